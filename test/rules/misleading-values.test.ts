// No offered value misleads: none that builds on another mistake, on next to nothing, or is no more than half.

import { describe, expect, it, test } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import type { Finding, Fix } from '../../server/src/findings/finding.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { applyEdits } from '../support/apply.ts';
import { composeDraft, draftWith, type DraftLayout } from '../support/draft.ts';

const findingsOf = (text: string) => checkReport(parseReport(text)).findings;
const of = (text: string, rule: string): Finding | undefined => findingsOf(text).find((finding) => finding.rule === rule);
const titles = (finding: Finding | undefined) => finding?.fixes.map(({ title }) => title) ?? [];
const saying = (draft: string, words: string) => draft.replace('规范登记', `${words}，规范登记`);

describe('no fix builds on a number that is held wrong', () => {
  it('of a sentence about the cell itself, which names no value then', () => {
    const words = '予以公开30件';
    const negative = { 'applications/granted/total': '1.5' } as const;
    expect(titles(of(saying(draftWith({}), words), 'prose-number'))).toEqual(['正文改为 11（予以公开）']);
    expect(titles(of(saying(draftWith(negative), words), 'prose-number'))).toEqual([]);
  });

  it('of a change since last year, worked out from the number of a wrong cell', () => {
    const trend = (now: number) =>
      of(saying(draftWith({ 'applications/new/total': String(now) }), `全年收到政府信息公开申请${now}件，较上年20件减少5件`), 'prose-trend');
    expect(titles(trend(16))).toEqual(['正文改为 4（20−16）']);
    expect(trend(18)?.message).toContain('应为“减少2件');
    expect(titles(trend(18))).toEqual([]);
  });

  it('of a blank total, of which one addend is wrong', () => {
    const blank = { 'applications/granted/total': '' } as const;
    const [alone, beside] = [{}, { 'applications/granted/legal': '-1' } as const].map((more) => of(draftWith({ ...blank, ...more }), 'total-blank'));
    expect(titles(alone)).toEqual(['总计补填 11（8+2+0+0+1+0）']);
    expect(alone?.expected).toBe(11);
    expect(titles(beside)).toEqual([]);
    expect(beside?.expected).toBeUndefined();
  });

  it('of any finding, whatever errors stand beside it', () => {
    const cells: readonly CellKey[] = [
      'applications/new/natural',
      'applications/carried-in/total',
      'applications/granted/natural',
      'applications/total/total',
      'applications/carried-out/total',
    ];
    const words = '收到申请19件，其中自然人13件，法人4件。予以公开14件，结转下年度7件，自然人申请占60%';
    const built = cells.flatMap((one) =>
      ['7', '-2', '1.5', ''].flatMap((value) => {
        const findings = findingsOf(saying(draftWith({ [one]: value, 'applications/partial/total': '' }), words));
        const errors = findings.filter(({ rule, severity }) => severity === 'error' && !rule.startsWith('prose-'));
        return findings.flatMap((finding) =>
          finding.fixes.flatMap(({ title, basis = [] }) =>
            errors.some(
              (error) =>
                error !== finding &&
                !['wrong-cell', 'misfiled-case', 'unbalanced', 'shifted-cells'].includes(finding.rule) &&
                error.cells.some((key) => basis.includes(key)),
            )
              ? [`${one} ${value}: ${title}`]
              : [],
          ),
        );
      }),
    );
    expect(built).toEqual([]);
  });

  it('also where the error is not shown', () => {
    const report = parseReport(saying(draftWith({ 'applications/granted/total': '12' }), '予以公开30件'));
    const { findings } = checkReport(report, { levels: new Map([['wrong-cell', 'off']]) });
    expect(findings.find(({ rule }) => rule === 'prose-number')?.fixes).toEqual([]);
  });
});

describe('where words name the divisor, the first value uses it', () => {
  // 新收 16, 办结 14, 新收和结转 17: three divisors.
  const draft = draftWith({
    'applications/granted/natural': '6',
    'applications/granted/total': '9',
    'applications/total/natural': '10',
    'applications/total/total': '14',
    'applications/carried-out/natural': '3',
    'applications/carried-out/total': '3',
  });

  it.each([
    ['占新收的30%', '正文改为 56.3（9÷16）'],
    ['占本年收到申请总数的30%', '正文改为 56.3（9÷16）'],
    ['占办结总数的30%', '正文改为 64.3（9÷14）'],
    ['占应办件数的30%', '正文改为 52.9（9÷17）'],
    ['占新收和上年结转总数的30%', '正文改为 52.9（9÷17）'],
  ])('%s', (words, first) => {
    expect(of(draft, 'unbalanced') ?? of(draft, 'wrong-cell')).toBeUndefined();
    expect(titles(of(saying(draft, `予以公开9件，${words}`), 'prose-rate'))[0]).toBe(first);
  });
});

describe('a missing row', () => {
  const row = '（二）部分公开';
  const LAYOUTS: readonly DraftLayout[] = ['space', 'tab', 'pipe'];

  it.each(LAYOUTS)('comes back without numbers first, laid out with %s', (layout) => {
    const draft = composeDraft({ form: '2021', layout });
    const lost = draft
      .split('\n')
      .filter((line) => !line.includes(row))
      .join('\n');
    const [blank, filled, ...more] = of(lost, 'row-missing')?.fixes ?? [];
    expect(more).toEqual([]);
    expect(blank?.kind).toBe('text');
    // What was put in stays something to fill in.
    expect(findingsOf(applyEdits(lost, blank?.edits ?? [])).map(({ rule }) => rule)).toContain('cell-blank');
    expect(filled?.kind).toBe('value');
    expect(filled?.title).toContain('按合计推算填入 2、0、0、0、0、0、2');
    const mended = parseReport(applyEdits(lost, filled?.edits ?? []));
    expect(checkReport(mended).equations.holding).toBe(42);
  });

  it('has no numbers to offer where the sums leave some open', () => {
    const draft = composeDraft({ form: '2021', layout: 'tab' });
    const lost = (...labels: readonly string[]) =>
      draft
        .split('\n')
        .filter((line) => !labels.some((label) => line.includes(label)))
        .join('\n');
    const kinds = (text: string) => of(text, 'row-missing')?.fixes.map(({ kind }) => kind);
    expect(kinds(lost(row))).toEqual(['text', 'value']);
    expect(kinds(lost(row, '2.重复申请'))).toEqual(['text']);
    // The sums contradict each other, or a cell that they are read off is wrong.
    expect(kinds(lost(row).replace('\t16\n四、', '\t17\n四、'))).toEqual(['text']);
    expect(kinds(lost(row).replace('（一）予以公开\t\t8', '（一）予以公开\t\t1.5'))).toEqual(['text']);
  });
});

test('nothing is worked out from a table that is hardly begun', () => {
  const rows = [
    'new',
    'carried-in',
    'granted',
    'partial',
    'secret',
    'forbidden',
    'stability',
    'third-party',
    'internal',
    'process',
    'case-file',
    'inquiry',
    'not-held',
    'must-create',
    'unclear',
    'petition',
    'repeat',
    'publication',
    'excessive',
    'confirm',
    'no-correction',
    'unpaid',
    'other-misc',
    'total',
    'carried-out',
  ];
  const columns = ['natural', 'business', 'research', 'charity', 'legal', 'other', 'total'];
  const blank = Object.fromEntries(rows.flatMap((row) => columns.map((column) => [`applications/${row}/${column}`, '/']))) as Record<CellKey, string>;
  const valueFixes = (text: string): readonly Fix[] => findingsOf(text).flatMap(({ fixes }) => fixes.filter(({ kind }) => kind === 'value'));
  for (const begun of [
    { 'applications/new/natural': '13' },
    { 'applications/new/natural': '13', 'applications/new/total': '13', 'applications/total/natural': '12' },
  ] as const) {
    const text = draftWith({ ...blank, ...begun });
    expect(findingsOf(text).map(({ rule }) => rule)).toEqual(['cell-blank']);
    expect(valueFixes(text)).toEqual([]);
  }
  // Zeros that were left out are no beginning: all sums hold.
  expect(titles(of(draftWith(blank), 'cell-blank'))).toEqual(['175格补填 0（确认没有的）']);
});

describe('two exchanged numbers', () => {
  const figures: Readonly<Record<string, string>> = {
    'applications/new': '41 13 2 0 6 1 63',
    'applications/carried-in': '7 3 0 1 0 0 11',
    'applications/granted': '19 6 1 0 2 1 29',
    'applications/partial': '9 2 0 1 3 0 15',
    'applications/third-party': '4 0 0 0 0 0 4',
    'applications/not-held': '8 5 1 0 0 0 14',
    'applications/repeat': '3 0 0 0 1 0 4',
    'applications/total': '43 13 2 1 6 1 66',
    'applications/carried-out': '5 3 0 0 0 0 8',
    'disputes/review': '5 2 1 0 8',
    'disputes/direct': '3 1 0 2 6',
    'disputes/after-review': '2 0 0 1 3',
  };
  const columns: Readonly<Record<string, readonly string[]>> = {
    applications: ['natural', 'business', 'research', 'charity', 'legal', 'other', 'total'],
    disputes: ['upheld', 'corrected', 'other', 'pending', 'total'],
  };
  const cells = Object.fromEntries(
    Object.entries(figures).flatMap(([row, values]) => values.split(' ').map((value, at) => [`${row}/${columns[row.split('/')[0] ?? '']?.[at] ?? ''}`, value])),
  ) as Record<CellKey, string>;
  const keys = Object.keys(cells) as readonly CellKey[];
  const draft = draftWith(cells);
  const pairs = keys.flatMap((one, at) => keys.slice(at + 1).flatMap((other) => (isExchange(one, other) ? [[one, other] as const] : [])));

  it('are told as that, and exchanged by one fix', () => {
    const untold = pairs.flatMap(([one, other]) => {
      const text = draftWith({ ...cells, [one]: cells[other] ?? '', [other]: cells[one] ?? '' });
      const { findings, equations } = checkReport(parseReport(text));
      // Two results of one block add up the other way round too.
      if (equations.broken === 0) return [];
      const exchanging = findings.filter(({ fixes }) => fixes.some(({ edits }) => applyEdits(text, edits) === draft));
      const told = exchanging.some(({ message, related }) => [message, ...related.map((each) => each.message)].some((words) => words.includes('写反')));
      // A difference of one is as well one case in the wrong place.
      return exchanging.length === 1 && (told || Math.abs(Number(cells[one]) - Number(cells[other])) === 1)
        ? []
        : [`${one} ${other}: ${exchanging.length} ${told}`];
    });
    expect(untold).toEqual([]);
  });

  /** A third of them: the rest are of the same kinds. */
  function isExchange(one: CellKey, other: CellKey): boolean {
    const [[table, row, column], [otherTable, otherRow, otherColumn]] = [one.split('/'), other.split('/')];
    const isOneLine = table === otherTable && (row === otherRow || (table === 'applications' && column === otherColumn));
    return isOneLine && cells[one] !== cells[other] && (table === 'disputes' || (keys.indexOf(one) + keys.indexOf(other)) % 3 === 0);
  }
});
