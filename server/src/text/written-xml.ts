// Words as XML, for what we write of Word documents and workbooks.

/** Words as the content of an element; characters that XML cannot hold are left out: they are no words either. */
export function writtenXml(text: string): string {
  return text
    .replaceAll(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
