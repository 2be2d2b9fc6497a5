// Glob patterns for paths below a folder, as `.gitignore` and VS Code write them: *, **, ?, [abc], {a,b}.

import { MAX_GLOB_LENGTH } from './limits.ts';

/** Whether a path, with slashes and relative to the folder of the pattern, is meant. */
export type PathMatcher = (path: string) => boolean;

/**
 * A pattern without a slash means a name at any depth, also that of a folder around the file; one with a slash begins at
 * the folder of the pattern. Null where the pattern is too long or no pattern at all.
 */
export function globMatcher(pattern: string): PathMatcher | null {
  const trimmed = pattern.replace(/^\.?\/+/u, '').replace(/\/+$/u, '');
  if (trimmed === '' || trimmed.length > MAX_GLOB_LENGTH) return null;
  const anchored = pattern.replace(/\/+$/u, '').includes('/');
  try {
    const expression = new RegExp(`^${anchored ? '' : '(?:.*/)?'}${expressionOf(trimmed)}(?:/.*)?$`, 'su');
    return (path) => expression.test(path.normalize('NFC'));
  } catch {
    return null;
  }
}

/** Stars side by side mean no more than one, and would take turns without end. */
const TOKEN = /\*\*+\/|\*+|\?|\[!?[^\]/]+\]|\{[^{}/]*\}|[^*?[{]+|[[{]/gu;

function expressionOf(pattern: string): string {
  return pattern.normalize('NFC').replaceAll(TOKEN, (token) => {
    if (/^\*\*+\/$/u.test(token)) return '(?:.*/)?';
    if (/^\*\*+$/u.test(token)) return '.*';
    if (token === '*') return '[^/]*';
    if (token === '?') return '[^/]';
    if (token.startsWith('[') && token.length > 1)
      return `[${token.startsWith('[!') ? '^' : ''}${token
        .replace(/^\[!?/u, '')
        .slice(0, -1)
        .replaceAll(/[\\[\]^]/gu, '\\$&')}]`;
    if (token.startsWith('{') && token.length > 1) return `(?:${token.slice(1, -1).split(',').map(literal).join('|')})`;
    return literal(token);
  });
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
