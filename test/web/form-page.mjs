// The form view's page in a real browser, with the worker that VS Code's web client runs behind it: what stands between them in
// VS Code (client/src/form-view/session.ts) is played here, on a text that is kept in the page.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));
const read = (name) => readFile(path.join(projectRoot, 'dist', name), 'utf8');

/** VS Code's colours, as far as the page asks for them. */
const THEMES = {
  light: {},
  dark: {
    'editor-background': '#1f1f1f',
    'editor-foreground': '#cccccc',
    'editorWidget-background': '#252526',
    'editorWidget-border': '#454545',
    descriptionForeground: '#a0a0a0',
    'editorError-foreground': '#f14c4c',
    'editorWarning-foreground': '#cca700',
    'editorInfo-foreground': '#3794ff',
    focusBorder: '#0098ff',
    'textLink-foreground': '#4daafc',
    'button-secondaryBackground': '#313131',
    'button-secondaryForeground': '#cccccc',
  },
  'high-contrast': {
    'editor-background': '#000000',
    'editor-foreground': '#ffffff',
    'editorWidget-background': '#0c141f',
    contrastBorder: '#6fc3df',
    descriptionForeground: '#ffffff',
    'editorError-foreground': '#f48771',
    'editorWarning-foreground': '#ffd370',
    'editorInfo-foreground': '#3794ff',
    focusBorder: '#f38518',
    'textLink-foreground': '#21a6ff',
    'button-secondaryBackground': '#000000',
    'button-secondaryForeground': '#ffffff',
  },
};

/** Opens the page on `text`; `window.gouji` then has what `playHost` returns. */
export async function openForm(browser, text, { theme = 'light', language = 'zh-cn', viewport = { width: 1100, height: 900 }, isReadOnly = false } = {}) {
  const page = await browser.newPage({ viewport });
  page.setDefaultTimeout(15_000);
  const [script, style, worker] = await Promise.all(['view.js', 'view.css', 'web/server.js'].map(read));
  const colours = Object.entries(THEMES[theme]).map(([name, value]) => `--vscode-${name}:${value}`);
  const body = `<body class="vscode-${theme}" data-language="${language}" data-uri="file:///draft.nb.txt"></body>`;
  await page.setContent(`<!DOCTYPE html><html style="${colours.join(';')}"><head><title>Gouji</title><style>${style}</style></head>${body}</html>`);
  await page.evaluate(playHost, { worker, text, isReadOnly });
  await page.addScriptTag({ content: script });
  await page.locator('main section').first().waitFor();
  return page;
}

/** Runs in the page: an editor with one document, the worker as its server, and the session between it and the form view. */
function playHost({ worker: code, text: opened, isReadOnly }) {
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  const uri = 'file:///draft.nb.txt';
  /** What is kept here is no memory of the page's. */
  const MAX_HISTORY = 100;
  const MAX_TIMES = 100;
  const waiting = new Map();
  const history = [opened];
  let [text, version, lastId, layout, writes] = [opened, 1, 0, null, Promise.resolve()];
  worker.onmessage = ({ data }) => {
    if (data.method !== undefined && data.id !== undefined) worker.postMessage({ jsonrpc: '2.0', id: data.id, result: null });
    else if (data.id !== undefined) waiting.get(data.id)?.(data);
  };
  /** What each request and each redraw took, since whoever measures emptied the list. */
  const times = [];
  const took = (method, began) => times.length < MAX_TIMES && times.push({ method, ms: performance.now() - began });
  const notify = (method, params) => worker.postMessage({ jsonrpc: '2.0', method, params });
  const request = (method, params) =>
    new Promise((resolve) => {
      const id = ++lastId;
      const began = performance.now();
      waiting.set(id, (answer) => {
        waiting.delete(id);
        took(method, began);
        resolve(answer);
      });
      worker.postMessage({ jsonrpc: '2.0', id, method, params });
    });
  const ready = request('initialize', { processId: null, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } }).then(() => {
    notify('initialized', {});
    notify('textDocument/didOpen', { textDocument: { uri, languageId: 'gov-report', version, text } });
  });
  /** At once, as a message is handled: what is drawn and laid out is known when it returns. */
  const post = (message) => {
    const began = performance.now();
    window.dispatchEvent(new MessageEvent('message', { data: message }));
    void document.body.offsetHeight;
    if (message.kind === 'view') took('draw', began);
  };

  async function refresh() {
    await ready;
    const { result, error } = await request('gouji/formView', { textDocument: { uri }, layout });
    if (error !== undefined) return;
    if (result === null) return void post({ kind: 'nothing', why: 'no-report' });
    layout = result.layoutId;
    post({ kind: 'view', version: result.version, view: result, isReadOnly });
  }

  /** One edit of the text, as VS Code tells of it. */
  function setText(next) {
    if (next === text) return;
    history.push(next);
    if (history.length > MAX_HISTORY) history.shift();
    text = next;
    version++;
    notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    void refresh();
  }

  function offsetOf({ line, character }) {
    let at = 0;
    for (let each = 0; each < line; each++) at = text.indexOf('\n', at) + 1;
    return at + character;
  }

  async function write({ id, key, text: typed }) {
    for (let attempt = 0; attempt < 20; attempt++) {
      const asked = version;
      const { result, error } = await request('gouji/writeCell', { textDocument: { uri, version: asked }, key, text: typed });
      if (error !== undefined || version !== asked) continue;
      if (result === null || result.kind === 'refused') return post({ kind: 'refused', id, reason: result?.reason ?? '' });
      const edits = result.edits.map(({ range, newText }) => ({ start: offsetOf(range.start), end: offsetOf(range.end), newText }));
      let next = text;
      for (const each of edits.sort((one, other) => other.start - one.start)) next = next.slice(0, each.start) + each.newText + next.slice(each.end);
      setText(next);
      return post({ kind: 'written', id, version });
    }
    post({ kind: 'refused', id, reason: 'the text kept changing' });
  }

  function receive(message) {
    if (message.kind === 'ready') void refresh();
    if (message.kind === 'write') writes = writes.then(() => write(message));
    if (message.kind === 'actions') post({ kind: 'actions', request: message.request, titles: [] });
    if (message.kind === 'paste') window.gouji.pasted = message;
  }
  window.acquireVsCodeApi = () => ({ postMessage: receive, getState: () => undefined, setState: () => undefined });
  window.gouji = {
    times,
    post,
    setText,
    text: () => text,
    version: () => version,
    /** Settled: everything typed was written, and the view of the text as it is was drawn. */
    settle: async () => {
      // A redraw may have something written that waited.
      for (const _ of [1, 2]) {
        await writes;
        await refresh();
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    undo: () => {
      history.pop();
      const before = history.pop();
      if (before !== undefined) setText(before);
    },
    /** What the server reads in the text when it is opened anew: cell by cell. */
    fresh: async () => {
      const other = `file:///fresh-${version}-${lastId}.nb.txt`;
      notify('textDocument/didOpen', { textDocument: { uri: other, languageId: 'gov-report', version: 1, text } });
      const { result } = await request('gouji/formView', { textDocument: { uri: other }, layout: 'known' });
      notify('textDocument/didClose', { textDocument: { uri: other } });
      return result;
    },
  };
}
