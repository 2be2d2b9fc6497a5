// Hostile messages: any JSON behind any method, mostly under the right names.

import { report } from '../features/texts.ts';
import type { Rng } from '../generator/rng.ts';

export const OPEN = 'file:///open.nb.txt';
export const BROKEN = report().replace('2.重复申请\t0', '2.重复申请\t5');

export const REQUESTS = [
  'textDocument/codeAction',
  'textDocument/completion',
  'textDocument/hover',
  'textDocument/documentSymbol',
  'textDocument/foldingRange',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentHighlight',
  'textDocument/selectionRange',
  'textDocument/formatting',
  'textDocument/rangeFormatting',
  'textDocument/inlayHint',
  'textDocument/semanticTokens/full',
  'textDocument/semanticTokens/range',
  'textDocument/documentLink',
  'workspace/symbol',
  'textDocument/diagnostic',
  'gouji/fillTable',
  'gouji/totals',
  'gouji/formView',
  'gouji/writeCell',
  'gouji/equations',
  'gouji/rewriteSuppressions',
  'gouji/review',
  'gouji/selection',
  'gouji/newReport',
  'gouji/checkText',
  'gouji/previous',
  'gouji/convertForm',
  'textDocument/rename',
  'gouji/none',
  '__proto__',
  'constructor',
  'toString',
  '',
];
/** Those that take a document away or end the connection are left to tests of their own. */
export const NOTIFICATIONS = [
  'textDocument/didSave',
  'workspace/didChangeConfiguration',
  'workspace/didChangeWatchedFiles',
  'gouji/workspaceFiles',
  '$/cancelRequest',
  '$/setTrace',
  '$/progress',
  '$/none',
  'gouji/none',
  'textDocument/willSave',
  'initialized',
  '__proto__',
];

const NUMBERS = [0, 1, -1, 3, 41, 1e9, -1e9, 2 ** 31, 2 ** 53, 1e308, 0.5, -0.5];
const STRINGS = [
  '',
  '七',
  OPEN,
  'file:///lost.nb.txt',
  'untitled:1',
  'git:/a.txt',
  'file://host/%',
  'no uri',
  '\0',
  '\ud800',
  '__proto__',
  BROKEN.slice(0, 3000),
  '1\t2\n3',
];
const NAMES = [
  'uri',
  'position',
  'range',
  'ranges',
  'positions',
  'context',
  'text',
  'block',
  'options',
  'query',
  'change',
  'note',
  'settings',
  'changes',
  'files',
  'id',
  'path',
  'organ',
  'year',
  'previous',
];

/** Any JSON at all. */
export function anything(rng: Rng, depth = 0): unknown {
  switch (rng.int(0, depth > 3 ? 4 : 7)) {
    case 0:
      return null;
    case 1:
      return rng.chance(0.5);
    case 2:
      return rng.pick(NUMBERS);
    case 3:
    case 4:
      return rng.pick(STRINGS);
    case 5:
      return Array.from({ length: rng.int(0, 4) }, () => anything(rng, depth + 1));
    default:
      return Object.fromEntries(Array.from({ length: rng.int(0, 4) }, () => [rng.pick(NAMES), anything(rng, depth + 1)]));
  }
}

function place(rng: Rng): unknown {
  return rng.chance(0.15) ? anything(rng) : { line: rng.chance(0.1) ? anything(rng) : rng.pick(NUMBERS), character: rng.pick(NUMBERS) };
}

export function stretch(rng: Rng): unknown {
  return rng.chance(0.1) ? anything(rng) : { start: place(rng), end: place(rng) };
}

/** Mostly the right names, with something else behind some of them. */
export function someParams(rng: Rng): unknown {
  if (rng.chance(0.15)) return anything(rng);
  const params: Record<string, unknown> = {
    textDocument: rng.chance(0.1) ? anything(rng) : { uri: rng.chance(0.8) ? OPEN : rng.pick(STRINGS) },
    position: place(rng),
    range: stretch(rng),
    ranges: [stretch(rng), stretch(rng)],
    positions: [place(rng), place(rng)],
    context: rng.chance(0.5) ? { diagnostics: [], includeDeclaration: true, triggerKind: 1 } : anything(rng),
    options: { tabSize: rng.pick(NUMBERS), insertSpaces: true },
    query: rng.pick(STRINGS),
    block: rng.pick(STRINGS),
    text: rng.pick(STRINGS),
    uri: rng.pick(STRINGS),
    change: anything(rng),
    files: [anything(rng), { uri: rng.pick(STRINGS), text: rng.pick(STRINGS) }],
    changes: [{ uri: rng.pick(STRINGS), type: rng.int(0, 4) }],
    settings: { gouji: anything(rng) },
  };
  for (const name of Object.keys(params)) if (rng.chance(0.08)) delete params[name];
  return params;
}
