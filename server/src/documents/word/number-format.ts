// Formats the number of a numbered paragraph in the number formats that Word and WPS offer.

const HAN_DIGITS = '〇一二三四五六七八九';
const HAN_UNITS = ['', '十', '百', '千'];
const FINANCIAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const FINANCIAL_UNITS = ['', '拾', '佰', '仟'];
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const CIRCLED_ONE = 0x2460;
const PARENTHESISED_ONE = 0x2474;
const DOTTED_ONE = 0x2488;
const HAN_CIRCLED_ONE = 0x3280;
const HAN_PARENTHESISED_ONE = 0x3220;

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: (value) => fromCharacter(CIRCLED_ONE, 20, value),
  decimalEnclosedCircleChinese: (value) => fromCharacter(CIRCLED_ONE, 20, value),
  decimalEnclosedParen: (value) => fromCharacter(PARENTHESISED_ONE, 20, value),
  decimalEnclosedFullstop: (value) => fromCharacter(DOTTED_ONE, 20, value),
  chineseCounting: han,
  chineseCountingThousand: han,
  taiwaneseCounting: han,
  taiwaneseCountingThousand: han,
  japaneseCounting: han,
  ideographDigital: hanDigits,
  taiwaneseDigital: hanDigits,
  japaneseDigitalTenThousand: hanDigits,
  koreanDigital2: hanDigits,
  chineseLegalSimplified: (value) => counted(value, FINANCIAL_DIGITS, FINANCIAL_UNITS),
  ideographLegalTraditional: (value) => counted(value, FINANCIAL_DIGITS, FINANCIAL_UNITS),
  ideographTraditional: (value) => STEMS[(value - 1) % STEMS.length] ?? '',
  ideographZodiac: (value) => BRANCHES[(value - 1) % BRANCHES.length] ?? '',
  ideographEnclosedCircle: (value) => fromCharacter(HAN_CIRCLED_ONE, 10, value),
  ideographParenthesis: (value) => fromCharacter(HAN_PARENTHESISED_ONE, 10, value),
  upperLetter: (value) => letters(value).toUpperCase(),
  lowerLetter: letters,
  upperRoman: (value) => roman(value).toUpperCase(),
  lowerRoman: roman,
  none: () => '',
};

/** Formats that we do not know are shown in digits, as Word does where its language lacks one. */
export function writeNumber(value: number, format: string): string {
  return (FORMATS[format] ?? String)(value);
}

function fullWidth(value: number): string {
  return String(value).replaceAll(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function fromCharacter(first: number, count: number, value: number): string {
  return value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value);
}

function hanDigits(value: number): string {
  return String(value).replaceAll(/\d/gu, (digit) => HAN_DIGITS[Number(digit)] ?? digit);
}

/** 十一, not 一十一. */
function han(value: number): string {
  return counted(value, `零${HAN_DIGITS.slice(1)}`, HAN_UNITS).replace(/^一十/u, '十');
}

function counted(value: number, digits: string, units: readonly string[]): string {
  if (value <= 0 || value > 9999) return value === 0 ? (digits[0] ?? '') : String(value);
  const written = [...String(value)]
    .map(Number)
    .map((digit, index, all) => (digit === 0 ? (digits[0] ?? '') : `${digits[digit]}${units[all.length - 1 - index]}`));
  const zero = digits[0] ?? '';
  return written
    .join('')
    .replaceAll(new RegExp(`${zero}+`, 'gu'), zero)
    .replace(new RegExp(`${zero}$`, 'u'), '');
}

/** z is followed by aa, bb. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 8) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let written = '';
  for (const [worth, letter] of ROMAN) {
    const times = Math.floor(rest / worth);
    written += letter.repeat(times);
    rest -= times * worth;
  }
  return written;
}
