// File name for messages: the last part of the path.

import type { Uri } from 'vscode';

export function fileName({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** From the folder of one file to another, as far as they lie on one file system. */
export function pathBetween(one: Uri, other: Uri): string {
  if (one.scheme !== other.scheme || one.authority !== other.authority) return other.toString(true);
  const from = one.path.split('/').slice(0, -1);
  const to = other.path.split('/');
  const differing = from.findIndex((name, index) => name !== to[index]);
  const shared = differing < 0 ? from.length : differing;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
