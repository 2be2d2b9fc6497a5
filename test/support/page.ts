// A draft with tabs as a web page: tables of rows and cells, everything else in paragraphs.

export function pageOf(draft: string): string {
  const rows = (run: readonly string[]) =>
    run
      .map(
        (row) =>
          `<tr>${row
            .split('\t')
            .map((field) => `<td>${field}</td>`)
            .join('')}</tr>`,
      )
      .join('\n');
  const parts: string[] = [];
  let run: string[] = [];
  for (const line of draft.split('\n')) {
    if (line.includes('\t')) {
      run.push(line);
      continue;
    }
    if (run.length > 0) parts.push(`<table>\n${rows(run)}\n</table>`);
    run = [];
    if (line !== '') parts.push(`<p>${line}</p>`);
  }
  return `<html><body>\n${parts.join('\n')}\n</body></html>\n`;
}
