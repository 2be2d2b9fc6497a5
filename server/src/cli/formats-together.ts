// Which files of a folder are one report in several formats? Those of one name, where one is the Word document.

import { type FolderEntry, isWordFile, stemOf } from '../text/files.ts';

/** Each file once; others of its name with the Word document, which is the one that is handed in. In the order they came. */
export function formatsTogether<Entry extends FolderEntry>(entries: readonly Entry[]): readonly (Entry & { readonly others: readonly string[] })[] {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    if (entry.kind !== 'file') continue;
    const group = groups.get(stemOf(entry.name));
    if (group === undefined) groups.set(stemOf(entry.name), [entry]);
    else group.push(entry);
  }
  return entries.flatMap((entry) => {
    const group = entry.kind === 'file' ? (groups.get(stemOf(entry.name)) ?? []) : [];
    // Of two that Word may open, the newer format.
    const documents = group.filter(({ name }) => isWordFile(name));
    const document = documents.find(({ name }) => /\.docx$/iu.test(name)) ?? documents[0];
    if (document === undefined) return [{ ...entry, others: [] }];
    return document === entry ? [{ ...entry, others: group.filter((other) => other !== document).map(({ name }) => name) }] : [];
  });
}
