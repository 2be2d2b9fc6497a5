// Matches a file name against the patterns of report names; `*` stands for anything but a slash.

export function nameMatcher(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map((pattern) => new RegExp(`(?:^|/)${pattern.split('*').map(escape).join('[^/]*')}$`, 'u'));
  return (path) => matchers.some((matcher) => matcher.test(path));
}

function escape(words: string): string {
  return words.replaceAll(/[.+?^${}()|[\]\\]/gu, '\\$&');
}
