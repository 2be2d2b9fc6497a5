// Workspace symbols: the open reports that a query finds, and their parts.

import { expect, it } from 'vitest';
import { matchingSymbols, symbolsOfReport } from '../../server/src/features/workspace-symbols.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { spanOf } from '../../server/src/text/lines.ts';
import { pasted } from './layouts.ts';
import { changed, report } from './texts.ts';

const CITY = pasted('2021', 'tabs');
const BUREAU = report('2019', 'bars').replaceAll('临江市人民政府', '临江市统计局');
const SYMBOLS = [...symbolsOfReport('file:///city', parseReport(CITY)), ...symbolsOfReport('file:///bureau', parseReport(BUREAU))];

function found(query: string): readonly string[] {
  return matchingSymbols(SYMBOLS, query).map(({ name, containerName }) => (containerName === undefined ? name : `${containerName} > ${name}`));
}

const CITY_NAME = '临江市人民政府2024年政府信息公开工作年度报告';
const BUREAU_NAME = '临江市统计局2020年政府信息公开工作年度报告';

it('finds everything for an empty query, reports first', () => {
  expect(found('')).toHaveLength(14);
  expect(found('').slice(0, 2)).toEqual([CITY_NAME, BUREAU_NAME]);
});

it.each([
  ['统计局', [BUREAU_NAME]],
  ['2024', [CITY_NAME]],
  ['２０２０　统计', [BUREAU_NAME]],
  ['临统报告', [BUREAU_NAME]],
  ['ljstjj', [BUREAU_NAME]],
])('finds a report by %s, and its parts behind it', (query, [name = '']) => {
  const [first, ...parts] = found(query);
  expect(first).toBe(name);
  expect(parts).toHaveLength(6);
  expect(parts.every((part) => part.startsWith(`${name} > `))).toBe(true);
});

it.each(['申请 2020', '统计局 收到和处理', 'sdhcl 统计'])('finds one part by %s', (query) => {
  expect(found(query)).toEqual([`${BUREAU_NAME} > 三、收到和处理政府信息公开申请情况`]);
});

it.each(['教育局', '2023', '局统计', 'x9'])('finds nothing by %s', (query) => expect(found(query)).toEqual([]));

it('leads to the title and to the heading', () => {
  const places = matchingSymbols(symbolsOfReport('file:///city', parseReport(CITY)), '临江 收到').map(({ location: { uri, range } }) => {
    const { start, end } = spanOf(parseReport(CITY).lines, range);
    return `${uri} ${CITY.slice(start, end)}`;
  });
  expect(places).toEqual(['file:///city 三、收到和处理政府信息公开申请情况']);
});

it('names a report without organ or year by what it is', () => {
  const nameless = changed(report(), '临江市人民政府2024年政府信息公开工作年度报告\n', '').replaceAll('2024年', '');
  expect(symbolsOfReport('file:///a', parseReport(nameless))[0]?.name).toBe('政府信息公开工作年度报告');
});
