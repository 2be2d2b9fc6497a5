// Tables of settings and commands in the READMEs, written from the manifest in its two languages.

import { readFileSync } from 'node:fs';

type Language = 'zh-cn' | 'en';

interface Setting {
  readonly default: unknown;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
}

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly commands: readonly { readonly command: string; readonly title: string }[];
  };
}

const READMES: Readonly<Record<Language, string>> = { 'zh-cn': 'README.md', en: 'README.en.md' };
const NAMES: Readonly<Record<Language, string>> = { 'zh-cn': 'package.nls.zh-cn.json', en: 'package.nls.json' };
const HEADS: Readonly<Record<Language, { readonly settings: string; readonly commands: string; readonly stop: string; readonly pair: string }>> = {
  'zh-cn': { settings: '| 设置 | 作用 | 默认 |\n|---|---|---|', commands: '| 命令 | 作用 |\n|---|---|', stop: '', pair: '：' },
  en: { settings: '| setting | effect | default |\n|---|---|---|', commands: '| command | effect |\n|---|---|', stop: ' ', pair: ': ' },
};

/** File name → its text with the tables as they have to be. */
export function readmes(root: URL): ReadonlyMap<string, string> {
  const { contributes } = json<Manifest>('package.json', root);
  const effects = json<Readonly<Record<string, Readonly<Record<Language, string>>>>>('docs/commands.json', root);
  const languages: readonly Language[] = ['zh-cn', 'en'];
  return new Map(
    languages.map((language) => {
      const words = json<Readonly<Record<string, string>>>(NAMES[language], root);
      const say = (key = '') => words[key.replaceAll('%', '')] ?? '';
      const settings = Object.entries(contributes.configuration.properties).map(([name, setting]) => settingRow(name, setting, say, language));
      const titles = new Map(contributes.commands.map(({ command, title }) => [command.replace('gouji.', ''), say(title)]));
      const commands = Object.entries(effects).map(([name, effect]) => `| ${titles.get(name) ?? name} | ${effect[language]} |`);
      const { settings: settingsHead, commands: commandsHead } = HEADS[language];
      const text = readFileSync(new URL(READMES[language], root), 'utf8');
      const withSettings = between(text, 'settings', [settingsHead, ...settings]);
      return [READMES[language], between(withSettings, 'commands', [commandsHead, ...commands])] as const;
    }),
  );
}

/** The commands of the manifest and those with words about them. */
export function commandNames(root: URL): { readonly declared: readonly string[]; readonly described: readonly string[] } {
  const { contributes } = json<Manifest>('package.json', root);
  return {
    declared: contributes.commands.map(({ command }) => command.replace('gouji.', '')).toSorted(),
    described: Object.keys(json<Readonly<Record<string, unknown>>>('docs/commands.json', root)).toSorted(),
  };
}

function settingRow(name: string, setting: Setting, say: (key?: string) => string, language: Language): string {
  const { stop, pair } = HEADS[language];
  const values = (setting.enum ?? []).map((value, index) => `\`${value}\`${pair}${say(setting.enumDescriptions?.[index])}`);
  const effect = [say(setting.description ?? setting.markdownDescription), ...values].join(stop);
  const byDefault = setting.default === '' ? '' : `\`${JSON.stringify(setting.default).replaceAll('"', '')}\``;
  return `| \`${name}\` | ${effect} | ${byDefault} |`;
}

function between(text: string, mark: string, lines: readonly string[]): string {
  const [start, end] = [`<!-- ${mark} -->\n`, `<!-- /${mark} -->`];
  const [before, rest] = text.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`no mark ${mark}`);
  return `${before}${start}${lines.join('\n')}\n${end}${after}`;
}

function json<T>(name: string, root: URL): T {
  return JSON.parse(readFileSync(new URL(name, root), 'utf8')) as T;
}
