// The server cannot start: the person is told so in plain words, can write on, and tries again once it is mended.

import { cp } from 'node:fs/promises';
import path from 'node:path';
import { brokenTotal as draft } from '../drafts/drafts.mjs';
import { equal, includes } from '../expect.mjs';
import { settled } from '../wait.mjs';

const NAME = '柳溪镇.nb.txt';
const PROGRAMS = ['dist/server.js', 'dist/web/server.js'];
const ROOT = path.resolve(import.meta.dirname, '../../..');
const CRASH = "throw new Error('damaged on purpose')\n";
/** Answers that it is ready, and ends. */
const READY_AND_GONE = `process.on('message', ({ id, method }) => {
  if (method === 'initialize') process.send({ jsonrpc: '2.0', id, result: { capabilities: {} } })
  else if (method === 'initialized') process.exit(1)
})
`;
/** Alive, and deaf. */
const SILENT = 'setInterval(() => undefined, 100000)\n';

const WORDS = {
  'zh-cn': { notRunning: '检查服务未能运行', status: '未检查', goesOn: '不受影响', restart: '重启检查服务' },
  en: { notRunning: 'is not running', status: 'Not checked', goesOn: 'are not affected', restart: 'Restart Checking Service' },
};

function journeyOf({ name, locale, damage, reason }) {
  const hosts = Object.keys(reason);
  return {
    name,
    locales: [locale],
    hosts,
    files: { [NAME]: draft },
    open: [NAME],
    damage: Object.fromEntries(PROGRAMS.map((program) => [program, damage])),
    run: async (editor, { host, shot, extension }) => {
      const words = WORDS[locale];
      const messages = await settled('the message', editor.notifications, (texts) => texts.some((text) => text.includes(words.notRunning)));
      await shot(`broken-server-${Object.values(reason)[0]}`);
      equal(messages.length, 1, `messages: ${messages.join(' | ')}`);
      includes(messages[0], reason[host], 'what was wrong');
      includes(messages[0], words.goesOn, 'what works all the same');
      await settled('the status', editor.ownStatus, (texts) => texts.join().includes(words.status));
      equal(await editor.problems(), [], 'findings of nobody');
      await Promise.all(PROGRAMS.map((program) => cp(path.join(ROOT, program), path.join(extension, program))));
      await editor.pressNotificationButton(words.restart);
      await editor.problemsOf((rows) => rows.length === 1, 'one finding once it runs');
      await settled('the status that counts', editor.ownStatus, (texts) => texts.join().includes('41/42'));
      equal(await editor.notifications(), [], 'messages once it runs');
    },
  };
}

/** Reads drafts and fails at all that is asked of them. */
const FAILING = `process.on('message', ({ id, method }) => {
  const capabilities = { textDocumentSync: 1, diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }
  if (method === 'initialize') process.send({ jsonrpc: '2.0', id, result: { capabilities } })
  else if (method === 'shutdown') process.send({ jsonrpc: '2.0', id, result: null })
  else if (method === 'exit') process.exit(0)
  else if (id !== undefined) process.send({ jsonrpc: '2.0', id, error: { code: -32803, message: method + ' failed' } })
})
`;

const failing = {
  name: 'a server that fails at its work is told of once',
  locales: ['zh-cn'],
  hosts: ['node'],
  files: { [NAME]: draft },
  open: [NAME],
  damage: { 'dist/server.js': FAILING },
  run: async (editor, { shot, extension }) => {
    const told = (texts) => texts.some((text) => text.includes('结果可能不完整'));
    await settled('the message', editor.notifications, told);
    await editor.focusText();
    for (const _ of '123') await editor.press('Enter');
    await shot('failing-server');
    const messages = await editor.notifications();
    equal(messages.length, 1, `messages: ${messages.join(' | ')}`);
    await cp(path.join(ROOT, 'dist/server.js'), path.join(extension, 'dist/server.js'));
    await editor.pressNotificationButton(WORDS['zh-cn'].restart);
    await editor.problemsOf((rows) => rows.length === 1, 'one finding once it works');
    equal(await editor.notifications(), [], 'messages once it works');
  },
};

export const brokenServer = [
  failing,
  journeyOf({
    name: 'a server that ends at once is told of, and started once it is mended',
    locale: 'zh-cn',
    damage: CRASH,
    reason: { node: '启动后即退出', web: 'damaged on purpose' },
  }),
  journeyOf({
    name: 'a server whose file is missing is told of, and started once it is there',
    locale: 'en',
    damage: null,
    reason: { node: 'file server.js is missing', web: 'file server.js is missing' },
  }),
  journeyOf({
    name: 'a server that ends over and over is given up, and started once it is mended',
    locale: 'zh-cn',
    damage: READY_AND_GONE,
    reason: { node: '三分钟内多次退出' },
  }),
  journeyOf({
    name: 'a server that never answers is told of, and another started once it is mended',
    locale: 'zh-cn',
    damage: SILENT,
    reason: { web: '10秒没有响应' },
  }),
];
