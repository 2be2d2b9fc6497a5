// Parses the settings `gouji.*` once; odd values fall back to the default.

import { RULE_LEVELS, type RuleLevel } from '../findings/finding.ts';
import type { FormatLayout } from '../rewrite/layout/format-tables.ts';
import { isRecord } from './is-record.ts';

export interface Settings {
  readonly enable: boolean;
  /** Whether documents of other languages are looked at. */
  readonly probe: boolean;
  readonly run: 'onType' | 'onSave';
  /** Rule id → level. Ids nobody knows do no harm. */
  readonly rules: ReadonlyMap<string, RuleLevel>;
  /** Whether sums are hinted at the ends of lines. */
  readonly inlayHints: boolean;
  /** How formatting lays out tables. */
  readonly format: { readonly layout: FormatLayout };
}

/** The section of the settings. */
export const SECTION = 'gouji';

export const DEFAULT_SETTINGS: Settings = { enable: true, probe: true, run: 'onType', rules: new Map(), inlayHints: true, format: { layout: 'tabs' } };

const LEVELS: ReadonlySet<unknown> = new Set(RULE_LEVELS);

export function parseSettings(raw: unknown): Settings {
  if (!isRecord(raw)) return DEFAULT_SETTINGS;
  return {
    enable: booleanOr(raw['enable'], DEFAULT_SETTINGS.enable),
    probe: booleanOr(raw['probe'], DEFAULT_SETTINGS.probe),
    run: raw['run'] === 'onSave' ? 'onSave' : 'onType',
    rules: parseRules(raw['rules']),
    inlayHints: booleanOr(raw['inlayHints'], DEFAULT_SETTINGS.inlayHints),
    format: { layout: parseLayout(raw['format']) },
  };
}

function booleanOr(raw: unknown, fallback: boolean): boolean {
  return typeof raw === 'boolean' ? raw : fallback;
}

function parseRules(raw: unknown): ReadonlyMap<string, RuleLevel> {
  const rules = new Map<string, RuleLevel>();
  if (!isRecord(raw)) return rules;
  for (const [id, level] of Object.entries(raw)) {
    if (isLevel(level)) rules.set(id, level);
  }
  return rules;
}

const LAYOUTS: readonly FormatLayout[] = ['tabs', 'aligned', 'keep'];

function parseLayout(raw: unknown): FormatLayout {
  const layout = isRecord(raw) ? raw['layout'] : undefined;
  return LAYOUTS.find((known) => known === layout) ?? DEFAULT_SETTINGS.format.layout;
}

function isLevel(raw: unknown): raw is RuleLevel {
  return LEVELS.has(raw);
}
