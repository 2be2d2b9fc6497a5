// Tables of measurements: on the terminal while they are made, and in docs/performance.md.

/** Collects the tables of one run. */
export function createSheet() {
  const parts = [];
  return {
    /** `head` and each row have as many cells; the first column holds names. */
    table(caption, head, rows) {
      const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => String(row[column]).length)));
      console.log(`\n  ${caption}`);
      for (const row of [head, ...rows]) console.log(`    ${row.map((cell, column) => String(cell).padEnd(widths[column])).join('  ')}`);
      parts.push(`**${caption}**\n\n${[head, head.map(() => '---'), ...rows].map(line).join('\n')}`);
    },
    heading(text) {
      console.log(`\n== ${text}`);
      parts.push(`## ${text}`);
    },
    toMarkdown: () => parts.join('\n\n'),
  };
}

function line(cells) {
  return `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
}
