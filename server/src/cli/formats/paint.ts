// Terminal colours of severities and words. Without colour the words say the same.

import type { Severity } from '../../findings/finding.ts';

/** VS Code's names in Chinese; it has none for a hint, and 提示 is the name of a class of rules. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '轻微提示',
};

type Tone = 'strong' | 'faint' | 'good' | Severity;

const CODES: Readonly<Record<Tone, number>> = { strong: 1, faint: 2, good: 32, error: 31, warning: 33, information: 36, hint: 36 };

export type Paint = (tone: Tone, text: string) => string;

/** `text` must be safe for a terminal already. */
export function painter(colour: boolean): Paint {
  return (tone, text) => (colour ? `\u001b[${CODES[tone]}m${text}\u001b[0m` : text);
}
