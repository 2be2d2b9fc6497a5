// A row with one field too few or too many is reported, although seven values could be read from it.

import { describe, expect, it } from 'vitest';
import { checkReport } from '../../server/src/check.ts';
import type { Finding } from '../../server/src/findings/finding.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { applyEdits } from '../support/apply.ts';
import { composeDraft, type DraftForm } from '../support/draft.ts';

const plain = (draft: string) => draft;
const mixed = (draft: string) => draft.replaceAll('行政', '⾏政').replaceAll('\n', '\r\n');
const cases = (['2021', '2019'] as const).flatMap((form) =>
  (
    [
      ['tab', plain],
      ['pipe', plain],
      ['tab', mixed],
    ] as const
  ).map(([layout, written]) => [form, layout, written === plain ? 'as it is' : 'radicals and CRLF', written] as const),
);

/** Rows that have an empty field behind their label, by the first words of the label. */
const ROWS = ['一、本年新收', '（一）予以公开', '（二）部分公开', '（七）总计', '四、结转下年度'];
const COLUMNS = 7;

/** Radicals are another rule's. */
function found(text: string): readonly Finding[] {
  return checkReport(parseReport(text), { levels: new Map([['radical-character', 'off']]) }).findings;
}

describe.each(cases)('form %s, layout %s, %s', (form: DraftForm, layout, _, written) => {
  const draft = written(composeDraft({ form, layout }));
  const lines = draft.split(/(?<=\n)/u);
  const mark = layout === 'tab' ? '\t' : ' |';

  it('what was lost with its field comes back', () => {
    const wrong = ROWS.flatMap((label) =>
      [0, COLUMNS - 1].flatMap((column) => unmended(label, (fields) => fields.toSpliced(fields.length - COLUMNS + column, 1))),
    );
    expect(wrong).toEqual([]);
  });

  it('a total written twice goes', () => {
    expect(ROWS.flatMap((label) => unmended(label, (fields) => [...fields, fields.at(-1) ?? '']))).toEqual([]);
  });

  it('an empty field is only empty', () => {
    for (const label of ROWS) {
      const text = changed(label, (fields) => fields.with(-COLUMNS, layout === 'tab' ? '' : ' '));
      expect(
        found(text).map(({ rule }) => rule),
        label,
      ).toEqual([label === '（七）总计' ? 'total-blank' : 'cell-blank']);
    }
  });

  /** What is said of the row whose fields were changed, unless one fix gives the values back. */
  function unmended(label: string, change: (fields: readonly string[]) => readonly string[]): readonly string[] {
    const text = changed(label, change);
    const findings = found(text);
    const [finding] = findings;
    const fixed = applyEdits(text, finding?.fixes[0]?.edits ?? []);
    const values = (of: string) => JSON.stringify([...parseReport(of).cells.values()].map((cell) => [cell.key, cell.text]));
    const isMended = findings.length === 1 && finding?.rule === 'shifted-cells' && finding.fixes[0]?.preferred === true && values(fixed) === values(draft);
    return isMended ? [] : [`${label}: ${findings.map(({ rule, message }) => `${rule} ${message}`).join('; ')}`];
  }

  function changed(label: string, change: (fields: readonly string[]) => readonly string[]): string {
    return lines.map((line) => (line.includes(label) && line.includes(mark) ? rewritten(line, change) : line)).join('');
  }

  function rewritten(line: string, change: (fields: readonly string[]) => readonly string[]): string {
    const [, head = '', end = ''] = /^(.*?)((?: \|)?\r?\n)$/su.exec(line) ?? [];
    return change(head.split(mark)).join(mark) + end;
  }
});
