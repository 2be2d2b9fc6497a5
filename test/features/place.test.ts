// Node at the cursor, and what it has to do with.

import { describe, expect, it } from 'vitest';
import { cellsOfClaim, claimsOfCell, equationsOf } from '../../server/src/features/places/belonging.ts';
import { nodeAt, type NodeAtOffset } from '../../server/src/features/places/node-at-offset.ts';
import type { FormId } from '../../server/src/forms/form.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { blocksIn, FORM_IDS } from '../support/forms.ts';
import { atCursor, changed, report } from './texts.ts';

const PROSE = '2024年，本机关收到政府信息公开申请0件，办结0件，结转下年度继续办理0件。\n';

function withProse(form: FormId): string {
  return changed(report(form), '二、主动公开政府信息情况', `${PROSE}二、主动公开政府信息情况`);
}

function placed(marked: string): { readonly place: NodeAtOffset | null; readonly words: string | null } {
  const { text, offset } = atCursor(marked);
  const place = nodeAt(parseReport(text), offset);
  return { place, words: place === null ? null : text.slice(place.span.start, place.span.end) };
}

/** What the place is of, in one word. */
function nameOf(place: NodeAtOffset | null): string | null {
  switch (place?.kind) {
    case undefined:
      return null;
    case 'cell':
      return place.cell.key;
    case 'claim':
      return place.claim.topic;
    case 'row':
      return place.row.id;
    case 'column':
      return place.header.column;
    case 'part':
      return place.section.id;
  }
}

describe.each(FORM_IDS)('in a report of %s', (form) => {
  const text = withProse(form);

  it.each([
    ['一、总‸体情况', 'part', 'overview'],
    ['收到政府信息公开申请‸0件', 'claim', 'applications/receive'],
    ['收到政府信息‸公开申请0件', 'claim', 'applications/receive'],
    ['（一）予以公‸开', 'row', 'granted'],
    ['（一）予以公开\t0‸', 'cell', 'applications/granted/natural'],
    ['（一）予以公开\t0\t‸0', 'cell', 'applications/granted/business'],
  ])('%s is a %s: %s', (marked, kind, name) => {
    const { place } = placed(changed(text, marked.replace('‸', ''), marked));
    expect(place?.kind).toBe(kind);
    expect(nameOf(place)).toBe(name);
  });

  it('knows headers of table two', () => {
    const { id, label } = blocksIn(form)[0]?.columns.at(-1) ?? { id: '', label: '' };
    expect(nameOf(placed(changed(text, label, `${label}‸`)).place)).toBe(id);
  });

  it('finds nothing in words without a number', () => {
    expect(placed(`${text}\n以‸上。`).place).toBeNull();
  });
});

it('takes the number of a claim before its words', () => {
  expect(placed(changed(withProse('2021'), '办结0件', '办结‸0件')).words).toBe('0');
  expect(placed(changed(withProse('2021'), '办结0件', '办‸结0件')).words).toBe('办结0件');
});

it('finds a blank cell anywhere between its bars', () => {
  const line = /^\|.*（一）予以公开.*$/mu.exec(report('2021', 'bars'))?.[0] ?? '';
  const blank = line.replace('| 0 | 0 |', '| 0 |  ‸  |');
  expect(nameOf(placed(changed(report('2021', 'bars'), line, blank)).place)).toBe('applications/granted/business');
});

it('leads from a claim to its cells and from those back to it', () => {
  const parsed = parseReport(withProse('2021'));
  const received = parsed.claims.find((claim) => claim.text.startsWith('收到'));
  if (received === undefined) throw new Error('no such claim');
  expect(cellsOfClaim(parsed, received).map((cell) => cell.key)).toEqual(['applications/new/total']);
  expect(claimsOfCell(parsed, 'applications/new/total')).toContain(received);
});

it('takes the nearest reading of a claim that contradicts the table', () => {
  const parsed = parseReport(changed(withProse('2021'), '办结0件', '办结7件'));
  const contradicting = parsed.claims.find((claim) => claim.status === 'conflicts');
  if (contradicting === undefined) throw new Error('no such claim');
  expect(cellsOfClaim(parsed, contradicting).map((cell) => cell.key)).toContain('applications/total/total');
});

it('knows the equations of a cell', () => {
  const parsed = parseReport(report('2021'));
  expect(equationsOf(parsed, 'applications/granted/natural').map(({ spec }) => spec.id)).toEqual(['row-total/granted', 'column-total/natural']);
  expect(equationsOf(parsed, 'issued/regulations/made')).toEqual([]);
});
