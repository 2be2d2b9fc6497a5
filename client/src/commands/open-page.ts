// Opens the page on 条例 or a rule's page as a Markdown preview, at the heading of the article asked for.

import { commands, Position, Range, Uri, window, workspace } from 'vscode';

const ARTICLE = /^第[一二三四五六七八九十]{1,4}条$/u;
const RULE = /^[a-z]+(?:-[a-z]+)*$/u;
/** An extension that a browser runs on its own lies at an address of the web. */
const IN_BROWSER = /^https?$/u;

/** `argument` comes from a link: whatever is no article opens the page at its beginning. */
export async function openLaw(extensionUri: Uri, argument: unknown): Promise<void> {
  await show(Uri.joinPath(extensionUri, 'docs/law.md'), typeof argument === 'string' && ARTICLE.test(argument) ? argument : null);
}

/** `argument` comes from the link on a finding: whatever is no rule opens the list of them. */
export async function openRule(extensionUri: Uri, argument: unknown): Promise<void> {
  const name = typeof argument === 'string' && RULE.test(argument) ? argument : 'README';
  await show(Uri.joinPath(extensionUri, `docs/rules/${name}.md`), null);
}

async function show(page: Uri, article: string | null): Promise<void> {
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
