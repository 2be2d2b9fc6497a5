// Edits of the text of a Word document: what it cannot take, and the document with what it can.

import { applyEdits, type Edit } from '../../text/edits.ts';
import type { OpenDocument, Refusal, RefusalReason, Saved, SaveOptions } from '../document.ts';
import { openWord, type WordContent } from '../word/open-word.ts';
import { encodePart } from '../word/package.ts';
import { type Unit, unitsOf } from '../word/render.ts';
import { partKey, readDirectory } from '../zip/directory.ts';
import { replaceEntry } from '../zip/replace-entry.ts';
import { changesOf } from './changes.ts';
import { FieldWords } from '../word-part/field-words.ts';
import { type Node, treeOf } from '../word-part/part-tree.ts';
import { PartWriter, type Revision } from '../word-part/part-writer.ts';
import { type Protection, protectionOf } from '../word-part/protection.ts';
import { putIn, takeOut } from '../word-part/whole-lines.ts';
import { Refused, REFUSALS } from '../word-part/refusal.ts';

export function editingOf(content: WordContent): Omit<OpenDocument, 'annotate' | 'clean'> {
  const editing = new WordEditing(content);
  const { document } = content;
  return {
    ...document,
    // Lines go in and out one by one; what rewrites whole tables does not keep their cells.
    get can() {
      const { locked, keepsRevisions } = editing.protection;
      return { edit: locked === null, restructure: false, keepsRevisions };
    },
    refusals: (edits) => editing.refusals(edits),
    save: (edits, options) => editing.save(edits, options),
  };
}

/** Most documents are only read: what changing needs is made with the first edit, and kept. */
class WordEditing {
  private readonly content: WordContent;
  private made: { readonly root: Node; readonly units: readonly Unit[] } | null = null;
  private known: Protection | null = null;

  constructor(content: WordContent) {
    this.content = content;
  }

  get protection(): Protection {
    return (this.known ??= protectionOf(this.content));
  }

  refusals(edits: readonly Edit[]): readonly Refusal[] {
    const planned = this.plan(edits, this.protection.keepsRevisions ? { author: '', date: '' } : null);
    return 'refused' in planned ? planned.refused : [];
  }

  save(edits: readonly Edit[], { author, date, asRevisions = false }: SaveOptions): Saved {
    const { archive, part, document } = this.content;
    const planned = this.plan(edits, asRevisions || this.protection.keepsRevisions ? { author, date } : null);
    if ('refused' in planned) return planned;
    const entry = archive.entries.get(partKey(part.name));
    if (entry === undefined) return { refused: refused(edits, 'unclear') };
    if (planned.xml === part.xml) return { bytes: archive.bytes };
    const bytes = replaceEntry(archive, entry, encodePart(part.bytes, planned.xml));
    const again = readDirectory(bytes);
    const read = typeof again === 'string' ? again : openWord(again);
    const isAsAsked = typeof read !== 'string' && read.document.text === withLastBreak(applyEdits(document.text, edits));
    return isAsAsked ? { bytes } : { refused: refused(edits, 'unclear') };
  }

  /** The part as it becomes, or the edits that it cannot take. */
  private plan(edits: readonly Edit[], revision: Revision): { readonly xml: string } | { readonly refused: readonly Refusal[] } {
    const { part, body, document } = this.content;
    if (edits.length === 0) return { xml: part.xml };
    const { locked } = this.protection;
    if (locked !== null) return { refused: refused(edits, locked) };
    const { root, units } = (this.made ??= { root: treeOf(part.xml), units: unitsOf(body) });
    const writer = new PartWriter(part.xml, root, revision);
    const words = new FieldWords(writer);
    const reasons = new Map<Edit, RefusalReason>();
    const attempt = (own: readonly Edit[], work: () => void) => {
      try {
        work();
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
        for (const edit of own) reasons.set(edit, error.reason);
      }
    };
    for (const change of changesOf({ text: document.text, units }, edits)) {
      attempt(change.edits, () => {
        if (change.kind === 'words') words.add(change);
        else if (change.kind === 'put-in') putIn(writer, { units, after: change.after, line: change.line });
        else if (change.kind === 'take-out') takeOut(writer, units, change.index);
        else throw new Refused(change.reason);
      });
    }
    let xml = part.xml;
    attempt(edits, () => {
      words.finish();
      xml = writer.result();
    });
    return reasons.size === 0 ? { xml } : { refused: [...reasons].map(([edit, reason]) => ({ edit, reason, message: REFUSALS[reason] })) };
  }
}

function refused(edits: readonly Edit[], reason: RefusalReason): readonly Refusal[] {
  return edits.map((edit) => ({ edit, reason, message: REFUSALS[reason] }));
}

/** Every line of a document ends. */
function withLastBreak(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
