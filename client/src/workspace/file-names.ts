// File name for messages: the last part of the path.

import type { Uri } from 'vscode';

export function fileName({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
