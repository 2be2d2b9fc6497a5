// Parses the settings `gouji.*` once; odd values fall back to the default.

import { authorship, ourselves } from '../text/authorship.ts';
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
  readonly word: WordSettings;
}

export interface WordSettings {
  /** Saving keeps what was there as revisions, also in a document that does not ask for them. */
  readonly revisions: boolean;
  /** Who stands at revisions and comments. */
  readonly author: string;
  /** When, as the person wrote it; blank: now. */
  readonly date: string;
}

/** The section of the settings. */
export const SECTION = 'gouji';

export const DEFAULT_SETTINGS: Settings = {
  enable: true,
  probe: true,
  run: 'onType',
  rules: new Map(),
  inlayHints: true,
  format: { layout: 'tabs' },
  word: { revisions: false, author: ourselves().author, date: '' },
};

/** Word takes no longer names. */
const MAX_AUTHOR_UNITS = 255;

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
    word: parseWord(raw['word']),
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

function parseWord(raw: unknown): WordSettings {
  const fallback = DEFAULT_SETTINGS.word;
  if (!isRecord(raw)) return fallback;
  const { revisions, author, date } = raw;
  const word = {
    revisions: booleanOr(revisions, fallback.revisions),
    author: typeof author === 'string' ? author.slice(0, MAX_AUTHOR_UNITS) : fallback.author,
    date: typeof date === 'string' ? date : fallback.date,
  };
  return authorship(word.author, word.date) === null ? { ...word, date: fallback.date } : word;
}

function isLevel(raw: unknown): raw is RuleLevel {
  return LEVELS.has(raw);
}
