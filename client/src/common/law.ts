// How is our page on 条例 shown? As a preview, at the heading of the article that was asked for.

import { commands, Uri, window } from 'vscode';

const ARTICLE = /^第[一二三四五六七八九十]{1,4}条$/u;

/** `article` comes from a link: whatever is no article opens the page at its beginning. */
export async function openLaw(extensionUri: Uri, article: unknown): Promise<void> {
  const page = Uri.joinPath(extensionUri, 'docs/law.md');
  const anchored = typeof article === 'string' && ARTICLE.test(article) ? page.with({ fragment: article }) : page;
  try {
    await commands.executeCommand('markdown.showPreview', anchored);
  } catch {
    // The editor's own Markdown support is switched off.
    await window.showTextDocument(page, { preview: true });
  }
}
