// In which colours does the terminal show what? Without colour the words say the same.

import type { Severity } from '../../findings/finding.ts';

/** As VS Code in Chinese calls them. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};

type Tone = 'strong' | 'faint' | 'good' | Severity;

const CODES: Readonly<Record<Tone, number>> = { strong: 1, faint: 2, good: 32, error: 31, warning: 33, information: 36, hint: 36 };

export type Paint = (tone: Tone, text: string) => string;

/** `text` must be safe for a terminal already. */
export function painter(colour: boolean): Paint {
  return (tone, text) => (colour ? `\u001b[${CODES[tone]}m${text}\u001b[0m` : text);
}
