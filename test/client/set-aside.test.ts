// A text on which the server hung is kept from it, and only that one.

import { expect, it } from 'vitest';
import { createSetAside } from '../../client/src/editor/set-aside.ts';

const URI = 'file:///1';
const STUCK = '一、总体情况';
const CHANGED = '一、总体情況';

it('holds the text until it changes, and again where it changes back', () => {
  const aside = createSetAside();
  expect([aside.isEmpty(), aside.of(URI, STUCK)]).toEqual([true, null]);
  aside.add(URI, STUCK, 5);
  expect(aside.isEmpty()).toBe(false);
  expect([STUCK, CHANGED, STUCK].map((text) => aside.of(URI, text))).toEqual([{ seconds: 5, until: 'changed' }, null, { seconds: 5, until: 'changed' }]);
});

it('holds the same text wherever it lies, and no other', () => {
  const aside = createSetAside();
  aside.add(URI, STUCK, 5);
  expect(aside.of('file:///copy', STUCK)).toEqual({ seconds: 5, until: 'changed' });
  expect(['', `${STUCK} `, STUCK.slice(1), `${STUCK}${STUCK}`].map((text) => aside.of('file:///copy', text))).toEqual([null, null, null, null]);
});

it('has a document that was stuck twice wait for a save', () => {
  const aside = createSetAside();
  aside.add(URI, STUCK, 5);
  aside.add(URI, CHANGED, 6);
  expect(aside.of(URI, '别的')).toEqual({ seconds: 6, until: 'saved' });
  expect(aside.of('file:///other', '别的')).toBeNull();
  aside.saved(URI);
  expect(aside.of(URI, '别的')).toBeNull();
  expect(aside.of(URI, CHANGED)).toEqual({ seconds: 6, until: 'changed' });
  aside.add(URI, '别的', 5);
  expect(aside.of(URI, '又一个')).toEqual({ seconds: 5, until: 'saved' });
});

it('forgets all where the person starts the server anew', () => {
  const aside = createSetAside();
  aside.add(URI, STUCK, 5);
  aside.add(URI, CHANGED, 5);
  aside.clear();
  expect([STUCK, CHANGED, '别的'].map((text) => aside.of(URI, text))).toEqual([null, null, null]);
});

it('drops the oldest of very many', () => {
  const aside = createSetAside();
  for (let index = 0; index <= 100; index++) aside.add(`file:///${index}`, `text ${index}`, 5);
  expect(aside.of('file:///0', 'text 0')).toBeNull();
  expect(aside.of('file:///100', 'text 100')).not.toBeNull();
});
