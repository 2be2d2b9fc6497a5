// A block of cells from the clipboard or a file, as lines with tabs: what Excel and Word put there as text or HTML, or a CSV file.

export interface Copied {
  readonly text?: string;
  readonly html?: string;
}

/** Null where it is no table: fewer than two numbers side by side or below each other. */
export function blockOf({ text = '', html = '' }: Copied): string | null {
  const plain = text.replaceAll(/\r\n?/gu, '\n').replace(/\n+$/u, '');
  if (isTable(plain)) return plain;
  const rows = rowsOf(html);
  return isTable(rows) ? rows : null;
}

const NUMBER_CELL = /^[+-]?\d[\d,.]*$/u;
const MIN_NUMBERS = 2;

function isTable(block: string): boolean {
  const cells = block.split('\n').flatMap((line) => line.split('\t'));
  return /[\t\n]/u.test(block) && cells.filter((cell) => NUMBER_CELL.test(cell.trim())).length >= MIN_NUMBERS;
}

/** Of the first table. What Word and Excel write for a blank cell (`&nbsp;`, an empty paragraph) stays blank. */
function rowsOf(html: string): string {
  const table = /<table\b[^>]*>(.*?)<\/table>/isu.exec(html)?.[1] ?? '';
  const rows = table.split(/<tr\b[^>]*>/iu).slice(1);
  return rows
    .map((row) =>
      row
        .split(/<t[dh]\b[^>]*>/iu)
        .slice(1)
        .map(wordsOf)
        .join('\t'),
    )
    .join('\n');
}

function wordsOf(cell: string): string {
  const content = cell.replace(/<\/t[dh]>.*$/isu, '').replaceAll(/<[^>]*>/gu, '');
  return content
    .replaceAll(/&nbsp;|&#160;/giu, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** A field in quotes may hold commas and quotes. */
const CSV_FIELD = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu;

export function fromCsv(text: string): string {
  return text
    .split(/\r\n|\r|\n/u)
    .map((line) => [...line.matchAll(CSV_FIELD)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '').join('\t'))
    .join('\n');
}

/** What a dropped file holds, by its name; null where it is none that is taken. */
export function copiedFrom(name: string, text: string): Copied | null {
  const extension = /\.(\w+)$/u.exec(name)?.[1]?.toLowerCase();
  switch (extension) {
    case 'html':
    case 'htm':
      return { html: text };
    case 'csv':
      return { text: fromCsv(text) };
    case 'txt':
      return { text };
    default:
      return null;
  }
}
