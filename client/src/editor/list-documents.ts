// Lists to be read and copied, as documents that are never saved and never ask to be. What a line speaks of is a link to its place.

import { DocumentLink, EventEmitter, l10n, languages, Range, Uri, window, workspace, type Disposable, type ViewColumn } from 'vscode';
import { LIST_SCHEME } from '../../../server/src/protocol/schemes.ts';

export interface ListLine {
  readonly text: string;
  /** Where the beginning of the line leads, `length` characters of it. */
  readonly link?: { readonly length: number; readonly target: Uri };
}

export interface ListDocuments extends Disposable {
  /** Replaces the list of that name; lines are wrapped where the name ends in `.md`. */
  readonly show: (name: string, lines: readonly ListLine[], viewColumn?: ViewColumn) => Promise<void>;
}

export function createListDocuments(): ListDocuments {
  const changed = new EventEmitter<Uri>();
  const lists = new Map<string, readonly ListLine[]>();
  const linesOf = (uri: Uri) => lists.get(uri.toString()) ?? [];

  const content = workspace.registerTextDocumentContentProvider(LIST_SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) =>
      linesOf(uri)
        .map(({ text }) => text)
        .join('\n'),
  });
  const links = languages.registerDocumentLinkProvider(
    { scheme: LIST_SCHEME },
    {
      provideDocumentLinks: ({ uri }) =>
        linesOf(uri).flatMap(({ link }, line) => {
          if (link === undefined) return [];
          const found = new DocumentLink(new Range(line, 0, line, link.length), link.target);
          found.tooltip = l10n.t('Go to the place');
          return [found];
        }),
    },
  );
  return {
    show: async (name, lines, viewColumn) => {
      const uri = Uri.from({ scheme: LIST_SCHEME, path: `/${name}` });
      lists.set(uri.toString(), lines);
      changed.fire(uri);
      await window.showTextDocument(await workspace.openTextDocument(uri), {
        preview: false,
        ...(viewColumn !== undefined && { viewColumn, preserveFocus: true }),
      });
    },
    dispose: () => [content, links, changed].forEach((each) => each.dispose()),
  };
}
