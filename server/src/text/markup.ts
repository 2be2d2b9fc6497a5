// Whether a text is a page: spares the others the tokenizer.

const MARKUP = /<(?:table|tr|td|th|p|div|span|br|html|body)[\s/>]/iu;

export function isMarkup(text: string): boolean {
  return MARKUP.test(text);
}
