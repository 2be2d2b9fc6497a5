// Everything that shows findings defers those about the row that is being typed.

import { describe, expect, it } from 'vitest';
import { report } from '../features/texts.ts';
import type { TestClient } from './client.ts';
import { change, pull, PULLING, rangeIn, start } from './session.ts';

const URI = 'file:///draft.nb.txt';
const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
/** Of semantic tokens: a number that an error is about. */
const CONTRADICTED = 2;

/** The last row of a text that ends there, whose last number is still to come. */
const ROW = '四、结转下年度继续办理';
const whole = report();
const lineOf = (text: string) => text.split('\n').find((line) => line.includes(ROW)) ?? '';
const upTo = whole.slice(0, whole.indexOf(lineOf(whole)));

interface Shown {
  readonly errors: readonly string[];
  readonly hints: number;
  readonly doubtful: number;
  readonly bulbs: readonly string[];
}

async function shownIn(client: TestClient, text: string): Promise<Shown> {
  const asked = <Answer>(method: string, params: object) => client.request<Answer>(`textDocument/${method}`, { textDocument: { uri: URI }, ...params });
  const place = rangeIn(text, lineOf(text));
  const { items } = await pull(client, URI);
  const inRow = items.filter(({ range, severity }) => severity === 1 && range.start.line <= place.start.line && range.end.line >= place.start.line);
  const hints = await asked<readonly unknown[]>('inlayHint', { range: EVERYTHING });
  const tokens = await asked<{ readonly data: readonly number[] } | null>('semanticTokens/full', {});
  const actions = await asked<readonly { readonly title: string; readonly diagnostics?: readonly { readonly code: string }[] }[]>('codeAction', {
    range: place,
    context: { diagnostics: [], only: ['quickfix'], triggerKind: 1 },
  });
  return {
    errors: inRow.map(({ code }) => String(code)),
    hints: hints.length,
    doubtful: (tokens?.data ?? []).filter((modifiers, index) => index % 5 === 4 && (modifiers & CONTRADICTED) !== 0).length,
    bulbs: actions.map(({ title }) => title),
  };
}

const NOTHING: Shown = { errors: [], hints: 0, doubtful: 0, bulbs: [] };

describe('the last row of a draft that is being written', () => {
  const line = lineOf(whole);
  const unfinished = line.slice(0, -1);

  it('is judged by nothing before its last number is finished, and by everything afterwards', async () => {
    const client = await start({ capabilities: PULLING });
    client.open(URI, upTo + unfinished);
    const typed = `${upTo}${unfinished}9`;
    const { end } = rangeIn(upTo + unfinished, unfinished);
    change(client, URI, 2, '9', { start: end, end });
    expect(await shownIn(client, typed)).toEqual(NOTHING);
    // Elsewhere: the row is left.
    change(client, URI, 3, ' ', { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } });
    const after = await shownIn(client, typed);
    expect(after.errors).not.toEqual([]);
    expect(after.hints).toBeGreaterThan(0);
    expect(after.doubtful).toBeGreaterThan(0);
    expect(after.bulbs).not.toEqual([]);
  });
});
