// Renaming the year, or the organ, changes all its places and no others.

import { expect, test } from 'vitest';
import { renamedPlaces, renamingAt } from '../../server/src/features/rename.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { applyEdits } from '../../server/src/text/edits.ts';
import { composeDraft } from '../support/draft.ts';

const ORGAN = '青禾县人民政府办公室';
const DRAFT = composeDraft({ form: '2021', layout: 'tab' })
  .replace('一、总体情况\n', '统计期限：2023年1月1日至2023年12月31日。\n\n一、总体情况\n')
  .concat(`印发《2023年工作要点》，落实〔2023〕7号文件。\n${ORGAN}\n2024年1月20日\n`);

function renamed(place: string, name: string, offset = 0) {
  const report = parseReport(DRAFT);
  const renaming = renamingAt(report, DRAFT.indexOf(place) + offset);
  return renaming === null ? null : renamedPlaces(report, renaming, name);
}

test("the year goes everywhere it stands as the report's, and a year later into the signature", () => {
  for (const [place, name, offset] of [
    ['2023年政府信息', '2025', 2],
    ['2023年1月1日', '2025', 0],
    ['2024年1月20日', '2026', 4],
  ] as const) {
    const places = renamed(place, name, offset);
    if (places?.kind !== 'places') throw new Error('not renamed');
    const after = applyEdits(DRAFT, places.certain);
    expect(after).toContain(`${ORGAN}2025年政府信息公开`);
    expect(after).toContain('统计期限：2025年1月1日至2025年12月31日');
    expect(after).toContain('2026年1月20日');
    expect(after).toContain('《2023年工作要点》，落实〔2023〕7号');
    expect(places.doubtful.map(({ span }) => DRAFT.slice(span.start, span.end + 1))).toEqual(['2023年']);
  }
});

test('the organ is renamed in title and signature', () => {
  const places = renamed(ORGAN, '青禾县司法局', 3);
  if (places?.kind !== 'places') throw new Error('not renamed');
  const after = applyEdits(DRAFT, places.certain);
  expect(after).not.toContain(ORGAN);
  expect(after).toContain('\n青禾县司法局\n2024年1月20日');
});

test('what is no name is refused, and elsewhere there is nothing to rename', () => {
  expect(renamed('2023年政府信息', '二〇二五')).toMatchObject({ kind: 'refused' });
  expect(renamed(ORGAN, ' ')).toMatchObject({ kind: 'refused' });
  expect(renamed('五、存在的', 'x')).toBeNull();
});
