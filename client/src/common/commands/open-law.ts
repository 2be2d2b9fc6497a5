// How is our page on 条例 shown? At the heading of the article that was asked for.

import { commands, Position, Range, Uri, window, workspace } from 'vscode';

const ARTICLE = /^第[一二三四五六七八九十]{1,4}条$/u;
/** An extension that a browser runs on its own lies at an address of the web. */
const IN_BROWSER = /^https?$/u;

/** `argument` comes from a link: whatever is no article opens the page at its beginning. */
export async function openLaw(extensionUri: Uri, argument: unknown): Promise<void> {
  const page = Uri.joinPath(extensionUri, 'docs/law.md');
  const article = typeof argument === 'string' && ARTICLE.test(argument) ? argument : null;
  // There a preview needs a service worker of another site, and browsers that keep sites apart show an empty page.
  if (IN_BROWSER.test(page.scheme)) return showText(page, article);
  try {
    await commands.executeCommand('markdown.showPreview', article === null ? page : page.with({ fragment: article }));
  } catch {
    // The editor's own Markdown support is switched off.
    await showText(page, article);
  }
}

async function showText(page: Uri, article: string | null): Promise<void> {
  const document = await workspace.openTextDocument(page);
  const heading = article === null ? -1 : document.getText().indexOf(`## ${article}`);
  const place = heading < 0 ? new Position(0, 0) : document.positionAt(heading);
  await window.showTextDocument(document, { selection: new Range(place, place), preview: true });
}
