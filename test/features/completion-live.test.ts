// Completion in a live report: what is missing here first, the number of a cell, sentences with the tables' numbers.

import { describe, expect, it } from 'vitest';
import type { CompletionItem } from 'vscode-languageserver';
import type { CompletionOptions } from '../../server/src/features/completion/completions.ts';
import { composeDraft, type DraftForm, type DraftLayout } from '../support/draft.ts';
import { FORM_IDS } from '../support/forms.ts';
import { offered, takenOf } from './completing.ts';
import { changed } from './texts.ts';

const LAYOUTS: readonly DraftLayout[] = ['space', 'tab', 'pipe'];

/** In the order an editor shows them. */
function sorted(marked: string, options: Partial<CompletionOptions> = {}): readonly CompletionItem[] {
  return offered(marked, options).toSorted((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1));
}

function labels(marked: string, options: Partial<CompletionOptions> = {}): readonly string[] {
  return sorted(marked, options).map(({ label }) => label);
}

function taken(marked: string, label: string, options: Partial<CompletionOptions> = {}): string {
  return takenOf(sorted(marked, options), marked, label);
}

/** One cell a line, as pages paste it. */
function cellLines(draft: string): string {
  return draft.replaceAll('\t', '\n');
}

/** The same report as PDF text and with another editor's line breaks. */
function messy(text: string): string {
  return text.replaceAll('行政', '⾏政').replaceAll('\n', '\r\n');
}

const drafts = LAYOUTS.flatMap((layout) => FORM_IDS.map((form) => [form, layout] as const));

function withoutLine(draft: string, label: string): string {
  return draft.replace(new RegExp(`^.*${label}.*$`, 'mu'), '‸');
}

describe.each(drafts)('the %s form, layout %s', (form: DraftForm, layout: DraftLayout) => {
  const draft = composeDraft({ form, layout });

  it('offers the row that is missing at this place first', () => {
    expect(labels(withoutLine(draft, '2.重复申请'))[0]).toBe('2.重复申请');
    expect(labels(messy(withoutLine(draft, '行政处罚')))[0]).toBe('行政处罚');
  });

  it('does not offer what is there, unless it is asked for by name', () => {
    const bare = labels(draft.replace('\n二、', '‸\n二、'));
    expect(bare.filter((label) => label === '一、总体情况' || label === '2.重复申请')).toEqual([]);
    expect(labels(draft.replace('\n二、', '重复申请‸\n二、'))).toEqual(['2.重复申请']);
  });

  it('offers the total of a row with its computation', () => {
    // Between spaces a blank leaves no trace: there the number is being changed.
    const marked = composeDraft({ form, layout, cells: new Map([['applications/granted/total', layout === 'space' ? '1‸' : '‸']]) });
    expect(sorted(marked)[0]).toMatchObject({ label: '11', detail: '8+2+0+0+1+0' });
    expect(sorted(messy(marked))[0]).toMatchObject({ label: '11', detail: '8+2+0+0+1+0' });
    expect(taken(marked, '11')).toBe(draft);
  });

  it('writes the sentence of the applications with the numbers of the table', () => {
    const sentence = '新收政府信息公开申请16件，上年结转1件，办结16件，结转下年度1件。';
    const marked = changed(draft, '规范登记、办理、答复各个环节。', '规范登记、办理、答复各个环节。‸');
    expect(labels(marked)).toContain(sentence);
    for (const typed of ['新收', 'xszf', '上年结转']) {
      expect(taken(messy(marked.replace('‸', `${typed}‸`)), sentence)).toContain(`环节。${sentence}\r\n`);
    }
  });

  it('does not offer a sentence that stands there already', () => {
    const sentence = '因政府信息公开引发行政复议2件，行政诉讼1件。';
    const marked = draft.replace('\n二、', '‸\n二、');
    expect(labels(marked)).toContain(sentence);
    expect(labels(marked.replace('‸', `${sentence}\n‸`))).not.toContain(sentence);
  });
});

describe('a cell', () => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  const inCell = (cell: `${string}/${string}`, text: string) =>
    composeDraft({ form: '2021', layout: 'tab', cells: new Map([[`applications/${cell}` as const, text]]) });

  it('of one cell a line gets its total, too', () => {
    const marked = cellLines(draft).replace('8\n2\n0\n0\n1\n0\n11', '8\n2\n0\n0\n1\n0\n1‸');
    expect(sorted(marked)[0]).toMatchObject({ label: '11', detail: '8+2+0+0+1+0' });
  });

  it('gets what the balance leaves for it', () => {
    const [item, ...others] = sorted(inCell('carried-out/natural', '‸'));
    expect(others).toEqual([]);
    expect(item?.label).toBe('1');
    expect(item?.documentation).toContain('“自然人”一列：第一项加第二项等于第三项加第四项：12+1-12');
  });

  it('in a row that is being typed gets its total from what is there', () => {
    expect(labels(draft.replace(/(2\.重复申请)(?:\t0){7}/u, '$1\t1\t2\t0\t0\t0\t0\t‸'))[0]).toBe('3');
  });

  it('that is right gets nothing', () => {
    expect(labels(inCell('granted/total', '11‸'))).toEqual([]);
  });

  it('gets no total out of blanks alone', () => {
    const row = sorted(draft.replace(/(2\.重复申请)(?:\t0){7}/u, '$1\t\t\t\t\t\t\t‸'));
    expect(row.filter(({ documentation }) => String(documentation).includes('一行之和'))).toEqual([]);
  });

  it('gets no number that the form does not allow', () => {
    expect(labels(inCell('carried-out/natural', '‸').replace(/(（七）总计\t+)12/u, '$199')).filter((label) => label.startsWith('-'))).toEqual([]);
  });
});

describe('a sentence', () => {
  const draft = composeDraft({ form: '2021', layout: 'tab' });
  const inOther = (text: string) => changed(text, '本年度未收取政府信息公开信息处理费。', '‸');

  it('with an unknown number has a tab stop, and is not offered without them', () => {
    const fee = '2023年度收取政府信息公开信息处理费…元。';
    expect(sorted(inOther(draft)).find(({ label }) => label === fee)?.textEdit?.newText).toMatch(/处理费\$\{\d\}元。$/u);
    expect(labels(inOther(draft), { snippets: false })).not.toContain(fee);
    const unknown = ['new/natural', 'new/total', 'carried-out/natural', 'carried-out/total'] as const;
    const cells = new Map(unknown.map((cell) => [`applications/${cell}`, ''] as const));
    const marked = composeDraft({ form: '2021', layout: 'tab', cells }).replace('\n二、', '‸\n二、');
    expect(labels(marked)).toContain('新收政府信息公开申请…件，上年结转1件，办结16件，结转下年度…件。');
    expect(labels(marked, { snippets: false }).filter((label) => label.startsWith('新收'))).toEqual([]);
  });

  it('belongs to its part', () => {
    expect(labels(inOther(draft)).filter((label) => label.startsWith('新收'))).toEqual([]);
    const preamble = draft.replace('\n\n一、', '\n‸\n一、');
    expect(labels(preamble)).toContain('本报告数据统计期限自2023年1月1日起至2023年12月31日止。');
  });

  it('tells the two kinds of litigation apart', () => {
    expect(labels(draft.replace('\n二、', '‸\n二、'))).toContain('政府信息公开行政诉讼1件，其中未经复议直接起诉0件，复议后起诉1件。');
  });

  it('does not interrupt ordinary words', () => {
    for (const typed of ['推进行政‸', '依法主动‸', '加强主动公开‸', '应对行政复议‸', '按照规范‸', '已收到上级‸']) {
      expect(labels(changed(draft, '稳步推进各项工作。', `稳步推进各项工作，${typed}`))).toEqual([]);
    }
    expect(labels(changed(draft, '稳步推进各项工作。', '稳步推进各项工作。因‸'))).toEqual([]);
  });
});
