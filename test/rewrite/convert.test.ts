// A table says the same, word for word, in every layout it is rewritten to.

import { describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver';
import { conversionActions } from '../../server/src/features/code-actions/convert-table-action.ts';
import { REWRITE } from '../../server/src/features/code-actions/action-kinds.ts';
import type { CellKey } from '../../server/src/forms/form.ts';
import type { Report } from '../../server/src/parse/model.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { generate } from '../generator/generate.ts';
import { LAYOUTS } from '../generator/layouts/index.ts';
import { NOISES } from '../generator/noises/index.ts';
import { composeDraft } from '../support/draft.ts';
import { FORM_IDS } from '../support/forms.ts';
import { pasted, PASTED } from '../features/layouts.ts';
import { changed, edited, report, ZERO_ROW } from '../features/texts.ts';

const TARGET = { uri: 'untitled:1', version: 7, versioned: false };
/** A cell of each table that a person sees as one. */
const TABLES: readonly (readonly [string, CellKey])[] = [
  ['表二', 'enforcement/penalties/decisions'],
  ['表三', 'applications/repeat/natural'],
  ['表四', 'disputes/review/upheld'],
];
const SHAPES = ['制表符分隔', '空格对齐', '竖线分隔（Markdown）', '每格一行'];

function actionsAt(text: string, key: CellKey): readonly CodeAction[] {
  const parsed = parseReport(text);
  const span = parsed.cells.get(key)?.span;
  if (span === undefined) throw new Error(`no ${key}`);
  return conversionActions(parsed, span, TARGET);
}

function rewritten(text: string, key: CellKey, shape: string): string {
  const action = actionsAt(text, key).find(({ title }) => title.endsWith(`转为${shape}`));
  if (action === undefined) throw new Error(`not offered: ${shape}`);
  return edited(text, action.edit?.changes?.[TARGET.uri] ?? []);
}

/** What is written, whatever stands between and in whatever order: headers come in the order of their lines. */
function characters(text: string): string {
  return [...text.replaceAll(/^[|\s:-]+$/gmu, '').replaceAll(/[\s|]/gu, '')].toSorted().join('');
}

function values({ cells }: Report): unknown {
  return [...cells].map(([key, { text, reading }]) => [key, text, reading]).toSorted();
}

describe.each(FORM_IDS)('a pasted report of the %s form', (form) => {
  describe.each(PASTED)('%s', (layout) => {
    const text = pasted(form, layout);
    it.each(TABLES)('%s: every other layout, nothing lost', (name, key) => {
      const actions = actionsAt(text, key);
      const offered = actions.map(({ title }) => title);
      expect(SHAPES.filter((shape) => offered.includes(`${name}转为${shape}`)).length).toBeGreaterThanOrEqual(3);
      expect(actions.every(({ kind, isPreferred }) => kind === REWRITE && isPreferred !== true)).toBe(true);
      for (const { edit } of actions) {
        const after = edited(text, edit?.changes?.[TARGET.uri] ?? []);
        expect(after).not.toBe(text);
        expect(characters(after)).toBe(characters(text));
        expect(values(parseReport(after))).toEqual(values(parseReport(text)));
        expect(after.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
      }
    });
  });
});

it('there and back again is where it began', () => {
  const [, key] = TABLES[1] ?? ['', 'applications/repeat/natural'];
  for (const shape of SHAPES.slice(1)) expect(rewritten(rewritten(report(), key, shape), key, '制表符分隔')).toBe(report());
});

it('labels stay as they are written, with their slips', () => {
  const slip = changed(composeDraft({ form: '2021', layout: 'space' }), '2.重复申请', '２．重覆申请');
  expect(rewritten(slip, 'applications/repeat/natural', '制表符分隔')).toContain('\n２．重覆申请\t0\t0');
});

it('headers over several columns keep their lines', () => {
  const text = rewritten(composeDraft({ form: '2021', layout: 'space' }), 'applications/repeat/natural', '制表符分隔');
  expect(text).toContain('\t自然人\t法人或其他组织\t\t\t\t\t总计\n\t\t商业企业\t科研机构\t');
});

describe('nothing is offered', () => {
  const key: CellKey = 'applications/repeat/natural';

  it('where a cell was not read', () => {
    const torn = changed(report(), '3.要求提供公开出版物\t0\t0', '3.要求提供公开出版物\t0');
    expect(actionsAt(torn, key)).toEqual([]);
  });

  it('where words stand in the table that are not its own', () => {
    const noted = changed(report(), '\n2.重复申请', '\n以下各项详见附件说明\n2.重复申请');
    expect(actionsAt(noted, key)).toEqual([]);
  });

  it('beside a table', () => {
    const text = report();
    const start = text.indexOf('三、收到');
    expect(conversionActions(parseReport(text), { start, end: start }, TARGET)).toEqual([]);
  });

  it('in a layout that cannot show an empty cell', () => {
    const hole = changed(report(), ZERO_ROW, '2.重复申请\t\t\t\t\t\t\t');
    expect(actionsAt(hole, 'applications/petition/natural').map(({ title }) => title)).toEqual(['表三转为竖线分隔（Markdown）']);
  });
});

const [NONE] = NOISES;
const plain = LAYOUTS.filter(({ name }) => /^(?:space-rows|tabs-(?:browser|grid)|cell-lines(?:-blank|-split)?$|pipes-outer|box-drawing|header-on)/u.test(name));

it.each(plain)('from $name', (layout) => {
  const { text } = generate(4_040, { layout, formKind: '2021', density: 'dense', ...(NONE && { noise: NONE }) });
  const before = parseReport(text);
  for (const [, key] of TABLES) {
    const actions = actionsAt(text, key);
    expect(actions.length).toBeGreaterThanOrEqual(3);
    for (const { edit } of actions) {
      const after = edited(text, edit?.changes?.[TARGET.uri] ?? []);
      expect(after).not.toBe(text);
      expect(values(parseReport(after))).toEqual(values(before));
    }
  }
});
