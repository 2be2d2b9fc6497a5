// Writes a change of the reviewer's notes into the root's `.gouji.json`, which reviewers on one share may all be writing.

import { l10n, Uri } from 'vscode';
import type { NoteChange, ReviewNotesAnswer, ReviewNotesStep } from '../../../../server/src/protocol/folder-review.ts';
import { REVIEW_NOTES_METHOD } from '../../../../server/src/protocol/requests.ts';
import { MAX_NOTE_WRITES, NOTE_SETTLES_MS } from '../../limits.ts';
import type { Server } from '../../server-process/server-keeper.ts';
import { readText, writeConfig } from './config-file.ts';

const CONFIG = '.gouji.json';

export async function readConfig(root: Uri): Promise<string | null> {
  const read = await readText(Uri.joinPath(root, CONFIG));
  if ('problem' in read) throw new Error(`${CONFIG}：${read.problem}`);
  return read.text;
}

/** Throws what the server says is wrong. */
export async function askNotes({ ask }: Pick<Server, 'ask'>, step: ReviewNotesStep): Promise<ReviewNotesAnswer> {
  const answer = await ask(REVIEW_NOTES_METHOD, step);
  if (answer === null) throw new Error(l10n.t('the checking service did not answer'));
  if (answer.kind === 'problem') throw new Error(answer.message);
  return answer;
}

/**
 * Reads the file again just before it writes, and once more a moment later: whoever had read it before and wrote it after us has
 * taken our change out unknowingly, and it is put in again.
 */
export async function writeNote(root: Uri, change: NoteChange, server: Pick<Server, 'ask'>): Promise<void> {
  for (let turn = 0; turn < MAX_NOTE_WRITES; turn++) {
    const present = await readConfig(root);
    const answer = await askNotes(server, { step: 'write', config: present, change });
    if (answer.kind !== 'text' || answer.text === present) return;
    if ((await readConfig(root)) !== present) continue;
    await writeConfig(Uri.joinPath(root, CONFIG), answer.text);
    await new Promise((resolve) => setTimeout(resolve, NOTE_SETTLES_MS));
  }
  const left = await readConfig(root);
  const answer = await askNotes(server, { step: 'write', config: left, change });
  if (answer.kind === 'text' && answer.text !== left) throw new Error(l10n.t('another program keeps changing {0}', CONFIG));
}
