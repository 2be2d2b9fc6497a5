// Was a report read with the wrong encoding? GB18030 read as UTF-8 leaves replacement characters, digits and little else.

/** Enough replacement characters to be no accident, in number and in share of the text. */
const MIN_REPLACEMENTS = 30;
const MIN_SHARE = 0.1;
/** Names that reports go by. */
const REPORT_NAME = /\.nb\.txt$|信息公开|年度?报告|年报|xxgk|gkbg|nianbao|ndbg/iu;
/** Lines that end in seven numbers or more: table three survives every decoding. */
const NUMBER_ROW = /(?:(?:^|[\s|])\d{1,9}(?=[\s|]|$)[\s|]*){7,}$/gmu;
const MIN_NUMBER_ROWS = 5;

/** True where the text was decoded wrongly and its name or what survived of it looks like a report. */
export function looksGarbled(name: string, text: string): boolean {
  const replacements = text.split('\ufffd').length - 1;
  if (replacements < MIN_REPLACEMENTS || replacements < text.length * MIN_SHARE) return false;
  return REPORT_NAME.test(name) || (text.match(NUMBER_ROW)?.length ?? 0) >= MIN_NUMBER_ROWS;
}
