// Articles of 条例 that become links, and the page they lead to, which says what the hovers say.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleLines, lawPage } from '../../server/src/rewrite/law-page.ts';
import { articleLinks } from '../../server/src/features/document-links.ts';
import { BASIS } from '../../server/src/forms/basis.ts';
import { CONTENTS } from '../../server/src/forms/contents.ts';
import type { FormId } from '../../server/src/forms/form.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { htmlPlain } from '../generator/layouts/html.ts';
import { generate } from '../generator/generate.ts';
import { blocksIn, FORM_IDS } from '../support/forms.ts';
import { PASTED, pasted } from './layouts.ts';
import { report } from './texts.ts';

/** The linked words of part one, each with its article. */
function linked(prose: string, form: FormId = '2021'): readonly string[] {
  const text = report(form).replace('二、主动公开', () => `${prose}\n二、主动公开`);
  return linkedIn(text).filter((words) => !/^第二十条第.（.）项|^第二十条第（.）项/u.test(words));
}

function linkedIn(text: string): readonly string[] {
  return articleLinks(parseReport(text)).map(({ span, article }) => `${text.slice(span.start, span.end)} → ${article}`);
}

describe('a citation', () => {
  it.each([
    ['依据《条例》第十四条不予公开。', ['第十四条 → 第十四条']],
    ['《中华人民共和国政府信息公开条例》第四十九条规定', ['第四十九条 → 第四十九条']],
    ['根据政府信息公开条例第五十条', ['第五十条 → 第五十条']],
    ['《条例》（国务院令第711号）第三十六条第（七）项', ['第三十六条第（七）项 → 第三十六条']],
    ['《条例》第十四条、第十五条和第十六条第一款的规定', ['第十四条 → 第十四条', '第十五条 → 第十五条', '第十六条第一款 → 第十六条']],
    ['《政府信息公开\n条例》第三\n十七条', ['第三\n十七条 → 第三十七条']],
    ['《条例》第⼗四条', ['第⼗四条 → 第十四条']],
  ])('in %s is linked', (prose, expected) => {
    expect(linked(prose)).toEqual(expected);
  });

  it.each([
    ['of another law', '《行政复议法》第十四条、《保守国家秘密法实施条例》第二十条、《临江市政府信息公开条例》第十四条'],
    ['without a law', '按照第十四条办理，详见本方案第二十条'],
    ['of an article without confirmed points', '《条例》第十三条、第五十六条'],
  ])('%s is left alone', (_, prose) => {
    expect(linked(prose)).toEqual([]);
  });
});

describe.each(FORM_IDS)('the blocks of table two of %s', (form) => {
  const expected = blocksIn(form).map(({ heading }) => `${heading} → 第二十条`);

  it.each(PASTED)('are linked, pasted as %s', (layout) => {
    expect(linkedIn(pasted(form, layout))).toEqual(expected);
  });

  it('are not taken for those of another law', () => {
    const text = report(form).replace('三、收到和处理', '依《立法法》第二十条第（一）项。\n三、收到和处理');
    expect(linkedIn(text)).toEqual(expected);
  });

  it('are linked in a web page', () => {
    const { text } = generate(5, { formKind: form, layout: htmlPlain, noise: { name: 'none' } });
    expect(linkedIn(text).filter((words) => words.startsWith('第二十条第（'))).toEqual(expected);
  });
});

describe('the page', () => {
  const cited = [
    ...Object.values(BASIS).flatMap(({ articles }) => articles),
    ...Object.values(CONTENTS)
      .flat()
      .map(({ source }) => source),
  ]
    .filter((source) => source.startsWith('《条例》'))
    .map((source) => /第.+?条/u.exec(source)?.[0] ?? source);

  it('is what the forms say: npm run generate', () => {
    expect(readFileSync(path.resolve(import.meta.dirname, '../../docs/law.md'), 'utf8')).toBe(lawPage());
  });

  it('has every article that a hover cites, and something to say of each it has', () => {
    const lines = lawPage().split('\n');
    expect([...new Set(cited)].filter((article) => !articleLines().has(article))).toEqual([]);
    for (const [article, line] of articleLines()) {
      expect(lines[line - 1]).toBe(`## ${article}`);
      expect(lines[line + 1], article).toMatch(/^- /u);
    }
  });

  it('is no report, so that nothing is found wrong with it', () => {
    expect(parseReport(lawPage()).recognised).toBe(false);
  });

  it('leads nowhere else', () => {
    expect(lawPage()).not.toMatch(/https?:|\]\(/u);
  });
});
