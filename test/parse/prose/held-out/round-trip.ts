// Round trip: sentences made from a random table are read back without a finding, and one changed number is found.

import { checkReport } from '../../../../server/src/check.ts';
import type { CellKey } from '../../../../server/src/forms/form.ts';
import { parseReport } from '../../../../server/src/parse/parse.ts';
import { LAYOUTS } from '../../../generator/layouts/index.ts';
import { buildModel, type ReportModel } from '../../../generator/model.ts';
import { createRng, type Rng } from '../../../generator/rng.ts';
import { valuesOfReadings } from './figures.ts';
import { write } from './quantities.ts';
import { claimsOf, type ReadClaim } from './read-claims.ts';
import { sameReadings } from './readings.ts';
import { SHAPES, ZERO_SHAPES } from './shapes.ts';
import { type Reading, TOPICS } from './topics.ts';

export interface RoundTrip {
  readonly reports: number;
  /** Tables that were not read whole: nothing can be said of their sentences. */
  readonly unread: number;
  readonly clean: number;
  /** Numbers of the clean reports, and those read back with their readings and found to agree. */
  readonly numbers: number;
  readonly readBack: number;
  readonly changed: number;
  /** Changed reports with exactly one finding. */
  readonly found: number;
  /** Changed to another admissible reading: silent is right where the claim lists it. */
  readonly otherReading: number;
  readonly examples: readonly string[];
}

interface Piece {
  readonly label: string | null;
  readonly text: string;
  readonly value: number;
}

const KINDS = ['tabs', 'pipe', 'space'];
const SHARE_SHIFT = 7.3;
/** How often a number is changed to what another reading of it gives. */
const OTHER_READING = 0.5;

export function measureRoundTrip(count: number): RoundTrip {
  const layouts = LAYOUTS.filter((layout) => KINDS.some((kind) => layout.name.startsWith(kind)) && layout.glued !== true && layout.torn !== true);
  const tally = { reports: 0, unread: 0, clean: 0, numbers: 0, readBack: 0, changed: 0, found: 0, otherReading: 0 };
  const examples: string[] = [];
  for (let seed = 1; seed <= count; seed++) {
    const rng = createRng(seed + 70_000);
    const model = buildModel({ nested: rng.chance(0.15) }, rng);
    const layout = rng.pick(layouts);
    const cells: ReadonlyMap<CellKey, number> = new Map([...model.values].map(([key, { value }]) => [key, value]));
    const pieces = compose(cells, rng);
    const render = (parts: readonly Piece[]): string => layout.render(withSentences(model, join(parts)), createRng(seed));
    tally.reports++;
    const own = look(render(pieces));
    if ([...cells].some(([key, value]) => own.cells.get(key) !== value)) {
      tally.unread++;
      continue;
    }
    if (own.findings.length === 0) tally.clean++;
    else examples.push(`seed ${seed} clean: ${own.findings.join(' · ')} in ${join(pieces)}`);
    for (const piece of pieces) {
      if (piece.label === null) continue;
      tally.numbers++;
      if (isRead(piece, own.claims)) tally.readBack++;
      else examples.push(`seed ${seed} not read back: ${piece.label} ${piece.text} in ${join(pieces)}`);
    }
    const slip = change(pieces, cells, rng);
    if (slip === null) continue;
    const { findings, claims } = look(render(slip.pieces));
    tally.changed++;
    if (slip.fits === 'no' && findings.length === 1) tally.found++;
    else if (slip.fits !== 'no' && meetsOther(slip, findings, claims)) tally.otherReading++;
    else
      examples.push(
        `seed ${seed} changed ${slip.what}${slip.fits === 'no' ? '' : ' (another reading)'}: ${findings.length} findings ${findings.join(' · ')} in ${join(slip.pieces)}`,
      );
  }
  return { ...tally, examples };
}

/** Three sentences over the table, numbers written in many ways. */
function compose(cells: ReadonlyMap<CellKey, number>, rng: Rng): readonly Piece[] {
  const empty = (cells.get('applications/new/total') ?? 0) + (cells.get('applications/carried-in/total') ?? 0) === 0;
  const pieces: Piece[] = [];
  const usable = SHAPES.filter((shape) => fill(shape, cells, rng, 0) !== null);
  const texts = new Set([rng.pick(usable), rng.pick(usable), rng.pick(usable)]);
  if (empty) pieces.push({ label: null, text: rng.pick(ZERO_SHAPES), value: 0 });
  // All of a report's sentences speak of 新收, or all of 新收 with 上年结转.
  const base = rng.int(0, 1);
  for (const text of texts) pieces.push(...(fill(text, cells, rng, base) ?? []));
  return pieces;
}

/** Null where the form lacks a cell or a share has nothing to be a share of. */
function fill(shape: string, cells: ReadonlyMap<CellKey, number>, rng: Rng, base: number): readonly Piece[] | null {
  const pieces: Piece[] = [];
  for (const part of shape.split(/(\[[^\]]+\])/u)) {
    if (!part.startsWith('[')) {
      pieces.push({ label: null, text: part, value: 0 });
      continue;
    }
    const label = part.slice(1, -1);
    const topic = TOPICS[label];
    if (topic === undefined) throw new Error(`unknown label ${label}`);
    const readings = topic.must.length > 0 ? topic.must : topic.may;
    const [value] = valuesOfReadings([readings[Math.min(base, readings.length - 1)] ?? { sum: [] }], cells);
    if (value === undefined) return null;
    pieces.push({ label, value, text: isShare(label) ? String(Number(value.toFixed(2))) : write(value, topic.group, rng) });
  }
  return pieces;
}

interface Slip {
  readonly pieces: readonly Piece[];
  /** The changed one. */
  readonly piece: Piece;
  readonly what: string;
  /** Whether the changed number meets another reading: one every claim must list, or one it may. */
  readonly fits: 'must' | 'may' | 'no';
}

function change(pieces: readonly Piece[], cells: ReadonlyMap<CellKey, number>, rng: Rng): Slip | null {
  const numbered = pieces.filter((piece) => piece.label !== null);
  if (numbered.length === 0) return null;
  const victim = rng.pick(numbered);
  const topic = TOPICS[victim.label ?? ''];
  if (topic === undefined) return null;
  const share = isShare(victim.label ?? '');
  const up = share ? SHARE_SHIFT : rng.int(1, 3);
  const near = victim.value >= up && rng.chance(0.5) ? victim.value - up : victim.value + up;
  const others = share ? [] : valuesOfReadings(topic.must, cells).filter((known) => known !== victim.value);
  const value = others.length > 0 && rng.chance(OTHER_READING) ? rng.pick(others) : near;
  const text = share ? value.toFixed(1) : topic.group === 'fees' ? String(Number(value.toFixed(4))) : String(value);
  const tolerance = share ? 0.06 : 1e-6;
  const meets = (readings: readonly Reading[]): boolean => valuesOfReadings(readings, cells).some((known) => Math.abs(known - value) <= tolerance);
  const changed: Piece = { ...victim, text, value };
  return {
    pieces: pieces.map((piece) => (piece === victim ? changed : piece)),
    piece: changed,
    what: `${victim.label} ${victim.value} → ${text}`,
    fits: meets(topic.must) ? 'must' : meets(topic.may) ? 'may' : 'no',
  };
}

function isShare(label: string): boolean {
  return label.startsWith('share.') || label.startsWith('rate.');
}

function join(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('');
}

/** Silence with the reading listed; a list that no longer adds up may be said; a reading no claim need list may be missed. */
function meetsOther({ fits, piece }: Slip, findings: readonly string[], claims: readonly ReadClaim[]): boolean {
  if (findings.length === 0) return isRead(piece, claims);
  return findings.length === 1 && (fits === 'may' || findings[0]?.startsWith('prose-sum') === true);
}

/** Whether some agreeing claim has the piece's value and readings. */
function isRead({ label, value }: Piece, claims: readonly ReadClaim[]): boolean {
  const topic = TOPICS[label ?? ''];
  if (topic === undefined) return false;
  const tolerance = isShare(label ?? '') ? 0.06 : 1e-6;
  return claims.some((claim) => claim.status === 'agrees' && Math.abs(claim.value - value) <= tolerance && sameReadings(claim.readings, topic));
}

/** Behind what the generator itself says of the applications. */
function withSentences(model: ReportModel, sentences: string): ReportModel {
  const place = model.blocks.findIndex((block) => block.kind === 'paragraph' && block.text.includes('登记、审核'));
  return {
    ...model,
    blocks: model.blocks.map((block, index) => (index === place && block.kind === 'paragraph' ? { ...block, text: block.text + sentences } : block)),
  };
}

interface Look {
  readonly cells: ReadonlyMap<CellKey, number>;
  readonly claims: readonly ReadClaim[];
  readonly findings: readonly string[];
}

function look(text: string): Look {
  const report = parseReport(text);
  const cells = new Map<CellKey, number>();
  for (const [key, cell] of report.cells) if (cell.reading.kind === 'number') cells.set(key, cell.reading.value);
  const findings = checkReport(report).findings.filter((finding) => finding.rule.startsWith('prose-'));
  return { cells, claims: claimsOf(report), findings: findings.map((finding) => `${finding.rule}: ${finding.message}`) };
}
