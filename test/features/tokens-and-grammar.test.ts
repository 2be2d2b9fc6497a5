// Tokens and grammar colour alike what both know: a word that changes its colour once the server answers flickers.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LEGEND, semanticTokens } from '../../server/src/features/semantic-tokens.ts';
import { parseReport } from '../../server/src/parse/parse.ts';
import { FORM_IDS } from '../support/forms.ts';
import { loadGrammar } from './grammar.ts';
import { PASTED, pasted } from './layouts.ts';

interface Manifest {
  readonly contributes: {
    readonly semanticTokenTypes: readonly { readonly id: string }[];
    readonly semanticTokenModifiers: readonly { readonly id: string }[];
    readonly semanticTokenScopes: readonly { readonly language: string; readonly scopes: Readonly<Record<string, readonly string[]>> }[];
  };
}

const { contributes } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8')) as Manifest;
const [mapped] = contributes.semanticTokenScopes;
const grammar = await loadGrammar();

/** What the grammar says where a token begins; nothing in bare text. */
function scopesAt(line: string, character: number): readonly string[] {
  const token = grammar.tokenizeLine(line, null).tokens.find(({ startIndex, endIndex }) => startIndex <= character && character < endIndex);
  return (token?.scopes ?? []).slice(1).flatMap((scope) => scope.split(' '));
}

describe.each(FORM_IDS.flatMap((form) => PASTED.map((layout) => ({ form, layout }))))('$form in $layout', ({ form, layout }) => {
  it('says the same, or says it alone', () => {
    const text = pasted(form, layout);
    const lines = text.split('\r\n');
    const { data } = semanticTokens(parseReport(text), [], { start: 0, end: text.length });
    const different: string[] = [];
    let agreed = 0;
    let [line, character] = [0, 0];
    for (let index = 0; index < data.length; index += 5) {
      const [lineDelta = 0, characterDelta = 0, length = 0, type = 0] = data.slice(index, index + 4);
      character = lineDelta > 0 ? characterDelta : character + characterDelta;
      line += lineDelta;
      const scopes = scopesAt(lines[line] ?? '', character);
      const wanted = mapped?.scopes[LEGEND.tokenTypes[type] ?? ''] ?? [];
      if (scopes.length > 0 && !scopes.some((scope) => wanted.includes(scope)))
        different.push(`${lines[line]?.slice(character, character + length)} ${scopes.join(' ')}`);
      else if (scopes.length > 0) agreed++;
    }
    expect(different).toEqual([]);
    expect(agreed).toBeGreaterThan(40);
  });
});

it('declares what the standard does not know, and maps every type', () => {
  expect(contributes.semanticTokenTypes.map(({ id }) => id)).toEqual(['reportHeading']);
  expect(contributes.semanticTokenModifiers.map(({ id }) => id)).toEqual([...LEGEND.tokenModifiers]);
  expect(mapped?.language).toBe('gov-report');
  expect(LEGEND.tokenTypes.every((type) => mapped?.scopes[type] !== undefined)).toBe(true);
});

it('tells totals and contradicted numbers by more than their colour, where the theme does', () => {
  const scopes = contributes.semanticTokenScopes.flatMap((each) => Object.entries(each.scopes));
  const first = (modifier: string) => scopes.find(([token]) => token === `number.${modifier}`)?.[1][0];
  expect(LEGEND.tokenModifiers.map(first)).toEqual(['markup.bold.total.gov-report', 'markup.underline.contradicted.gov-report']);
  // Colours of the person's own are not ours to set.
  expect(JSON.stringify(contributes)).not.toContain('semanticTokenColorCustomizations');
});
