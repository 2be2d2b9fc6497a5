// The text at fault where the server does not answer: at most one that is new to it is asked about at a time.

import { expect, it } from 'vitest';
import { createQuestions, subjectOf, type Questions, type Subject, type Text } from '../../client/src/server-process/questions.ts';

const document = (number: number, version = 1): Text => ({ kind: 'document', uri: `file:///${number}`, version });
const text = (number: number): Text => ({ kind: 'text', uri: `file:///${number}`, text: '一' });
const none: Subject = { kind: 'none' };

/** Puts a question, and says whether it was let through by now. */
function putTo(questions: Questions, subject: Subject) {
  const put = questions.put(subject);
  const question = { isPut: !(put instanceof Promise), settle: (wasAnswered = true) => void Promise.resolve(put).then((settle) => settle(wasAnswered)) };
  if (put instanceof Promise) void put.then(() => (question.isPut = true));
  return question;
}

/** As many turns as it takes for one question to make room for the next. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

it('asks about one new document after the other, in order', async () => {
  const questions = createQuestions();
  const [first, second, third] = [1, 2, 3].map((number) => putTo(questions, document(number)));
  const isPut = () => [first?.isPut, second?.isPut, third?.isPut];
  expect([isPut(), questions.suspects()]).toEqual([[true, false, false], [document(1)]]);
  first?.settle();
  await settled();
  expect([isPut(), questions.suspects()]).toEqual([[true, true, false], [document(2)]]);
  second?.settle(false);
  await settled();
  expect([isPut(), questions.suspects()]).toEqual([[true, true, true], [document(3)]]);
});

it('lets all through that is asked about the same document, or about one that is known, or about none', async () => {
  const questions = createQuestions();
  putTo(questions, document(1)).settle();
  await settled();
  const asked = [document(2), document(2), document(1), none].map((subject) => putTo(questions, subject));
  expect(asked.map(({ isPut }) => isPut)).toEqual([true, true, true, true]);
  expect(questions.suspects()).toEqual([document(2)]);
});

it('takes a new version for new, and one that was answered for known', async () => {
  const questions = createQuestions();
  putTo(questions, document(1)).settle();
  putTo(questions, document(2)).settle();
  await settled();
  putTo(questions, document(2));
  putTo(questions, document(1, 2));
  expect(questions.suspects()).toEqual([document(1, 2)]);
  expect(putTo(questions, document(2, 2)).isPut).toBe(false);
});

it('suspects the known where nothing else waits', async () => {
  const questions = createQuestions();
  putTo(questions, document(1)).settle();
  await settled();
  putTo(questions, document(1));
  putTo(questions, none);
  expect([questions.suspects(), questions.count()]).toEqual([[document(1)], 2]);
});

it('asks about several texts of a folder, until one of them was at fault', async () => {
  const questions = createQuestions();
  const asked = [1, 2].map((number) => putTo(questions, text(number)));
  expect([asked.map(({ isPut }) => isPut), questions.suspects()]).toEqual([
    [true, true],
    [text(1), text(2)],
  ]);
  questions.oneByOne();
  questions.drop();
  const again = [1, 2].map((number) => putTo(questions, text(number)));
  expect([again.map(({ isPut }) => isPut), questions.suspects()]).toEqual([[true, false], [text(1)]]);
  again[0]?.settle();
  await settled();
  expect(questions.suspects()).toEqual([text(2)]);
});

it('lets go of what waited for a server that is gone', async () => {
  const questions = createQuestions();
  putTo(questions, document(1));
  const second = putTo(questions, document(2));
  questions.drop();
  await settled();
  expect(second.isPut).toBe(true);
  second.settle(false);
  await settled();
  expect(questions.count()).toBe(0);
});

it.each<[string, unknown, Subject]>([
  ['a document', { textDocument: { uri: 'file:///1' } }, document(1)],
  ['a document that is not open', { textDocument: { uri: 'file:///9' } }, none],
  ['a text', { uri: 'file:///9', text: '一' }, text(9)],
  ['many files', { files: [{ uri: 'file:///9', text: '一' }] }, none],
  ['a search', { query: '柳溪' }, none],
  ['nothing', undefined, none],
])('reads out of the parameters that a question is about %s', (_, params, subject) => {
  expect(subjectOf(params, (uri) => (uri === 'file:///1' ? 1 : undefined))).toEqual(subject);
});
