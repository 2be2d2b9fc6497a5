// Parses the command line's arguments; everything wrong is found here, before any file is opened.

import { parseArgs } from 'node:util';
import { RULE_LEVELS, type RuleLevel } from '../findings/finding.ts';
import { FAIL_ON, FORMATS, type Command, type FailOn, type FormatName } from './run-settings.ts';
import { DEFAULT_TIME_LIMIT, MAX_JOBS, MAX_TIME_LIMIT } from './limits.ts';
import { type Authorship, authorship } from '../text/authorship.ts';
import { likeness } from '../text/han.ts';

export interface Request {
  readonly command: Command;
  /** As written; `-` is standard input. */
  readonly paths: readonly string[];
  /** A list of further paths, `-` for standard input, or null. */
  readonly filesFrom: string | null;
  /** Null: to be chosen by where the output goes. */
  readonly format: FormatName | null;
  readonly fix: boolean;
  /** What is fixed in Word documents stays visible as revisions, put down to whom this says; null without them. */
  readonly revisions: Authorship | null;
  readonly failOn: FailOn;
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** Null: as many as the machine has cores. */
  readonly jobs: number | null;
  /** Seconds a file. */
  readonly timeLimit: number;
}

export type Arguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'run'; readonly request: Request };

export const STANDARD_INPUT = '-';

const OPTIONS = {
  format: { type: 'string' },
  fix: { type: 'boolean' },
  'as-revisions': { type: 'boolean' },
  author: { type: 'string' },
  date: { type: 'string' },
  'fail-on': { type: 'string' },
  rule: { type: 'string', multiple: true },
  'files-from': { type: 'string' },
  jobs: { type: 'string' },
  'time-limit': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const;

type OptionName = keyof typeof OPTIONS;

const COMMANDS: readonly Command[] = ['check', 'parse'];
/** What these ask for, `parse` has nothing to show for. */
const CHECK_ONLY: readonly OptionName[] = ['fix', 'as-revisions', 'author', 'date', 'fail-on', 'rule'];
const REVISIONS_ONLY: readonly OptionName[] = ['author', 'date'];
const PARSE_FORMATS: ReadonlySet<FormatName> = new Set<FormatName>(['pretty', 'json', 'ndjson', 'csv']);

/** `ruleIds` are the rules there are; naming another one is wrong usage. */
export function readArguments(argv: readonly string[], ruleIds: ReadonlySet<string>): Arguments {
  const { options, positionals, wrong } = tokenize(argv, OPTIONS);
  if (options.has('help')) return { kind: 'help' };
  if (options.has('version')) return { kind: 'version' };
  try {
    if (wrong !== null) throw new WrongUsage(wrong);
    return { kind: 'run', request: readRequest(options, positionals, ruleIds) };
  } catch (error) {
    if (error instanceof WrongUsage) return { kind: 'wrong', message: error.message };
    throw error;
  }
}

class WrongUsage extends Error {}

/** The options of a command: those with a value are strings. */
export type OptionSpecs = Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string; readonly multiple?: boolean }>>;

export interface Tokens<Name extends string> {
  readonly options: ReadonlyMap<Name, readonly string[]>;
  readonly positionals: readonly string[];
  readonly wrong: string | null;
}

/** The library only cuts the arguments apart: its own messages are English. */
export function tokenize<Specs extends OptionSpecs>(argv: readonly string[], specs: Specs): Tokens<keyof Specs & string> {
  const { tokens } = parseArgs({ args: [...argv], options: specs, allowPositionals: true, strict: false, tokens: true });
  const options = new Map<keyof Specs & string, readonly string[]>();
  const positionals: string[] = [];
  const names = Object.keys(specs).map((name) => `--${name}`);
  const isOption = (name: string): name is keyof Specs & string => Object.hasOwn(specs, name);
  let wrong: string | null = null;
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value } = token;
    if (!isOption(name)) wrong ??= `没有 ${rawName} 这个选项${nearest(rawName, names)}`;
    else if (specs[name]?.type === 'string' && (value === undefined || value === '')) wrong ??= `${rawName} 后面要写值`;
    else if (specs[name]?.type === 'boolean' && value !== undefined) wrong ??= `${rawName} 后面不写值`;
    else options.set(name, [...(options.get(name) ?? []), value ?? '']);
  }
  return { options, positionals, wrong };
}

function readRequest(options: Tokens<OptionName>['options'], [first, ...paths]: readonly string[], ruleIds: ReadonlySet<string>): Request {
  if (first === undefined) throw new WrongUsage('缺少命令：check、parse、review、init、annotate 或 convert');
  const command = COMMANDS.find((each) => each === first);
  if (command === undefined) throw new WrongUsage(`没有 ${first} 这个命令，只有 check、parse、review、init、annotate 和 convert`);
  const last = (name: OptionName) => options.get(name)?.at(-1) ?? null;
  const format = choice('--format', last('format'), FORMATS);
  const request: Request = {
    command,
    paths,
    filesFrom: last('files-from'),
    format,
    fix: options.has('fix'),
    revisions: options.has('as-revisions') ? readAuthorship(last('author'), last('date')) : null,
    failOn: choice('--fail-on', last('fail-on'), FAIL_ON) ?? 'error',
    levels: readLevels(options.get('rule') ?? [], ruleIds),
    jobs: readJobs(last('jobs')),
    timeLimit: readTimeLimit(last('time-limit')),
  };
  forbid(request, options);
  return request;
}

function forbid({ command, paths, filesFrom, format, fix, revisions }: Request, options: Tokens<OptionName>['options']): void {
  if (command === 'parse') {
    const option = CHECK_ONLY.find((name) => options.has(name));
    if (option !== undefined) throw new WrongUsage(`--${option} 只用于 check`);
    if (format !== null && !PARSE_FORMATS.has(format)) throw new WrongUsage(`parse 没有 ${format} 格式，可用 ${[...PARSE_FORMATS].join('、')}`);
  }
  if (paths.length === 0 && filesFrom === null) throw new WrongUsage('缺少文件或文件夹（- 表示标准输入）');
  if (paths.includes('')) throw new WrongUsage('路径不能为空');
  const inputs = [...paths, ...(filesFrom === null ? [] : [filesFrom])].filter((path) => path === STANDARD_INPUT);
  if (inputs.length > 1) throw new WrongUsage('标准输入只能用一次');
  if (revisions !== null && !fix) throw new WrongUsage('--as-revisions 要与 --fix 同用');
  const alone = revisions === null ? REVISIONS_ONLY.find((name) => options.has(name)) : undefined;
  if (alone !== undefined) throw new WrongUsage(`--${alone} 要与 --fix --as-revisions 同用`);
  if (fix && paths.includes(STANDARD_INPUT)) throw new WrongUsage('--fix 只能用于文件，不能与 - 同用');
}

function choice<Value extends string>(option: string, written: string | null, values: readonly Value[]): Value | null {
  if (written === null) return null;
  const value = values.find((each) => each === written);
  if (value === undefined) throw new WrongUsage(`${option} 不能写 ${written}，可用 ${values.join('、')}`);
  return value;
}

function readLevels(written: readonly string[], ruleIds: ReadonlySet<string>): ReadonlyMap<string, RuleLevel> {
  const levels = new Map<string, RuleLevel>();
  for (const each of written) {
    const [, id = '', word] = /^([^=]*)=(.*)$/su.exec(each) ?? [];
    if (word === undefined) throw new WrongUsage(`--rule 要写成“规则=级别”，现为 ${each}`);
    if (!ruleIds.has(id)) throw new WrongUsage(`没有 ${id} 这条规则${nearest(id, ruleIds)}`);
    const level = choice(`--rule ${id}=`, word, RULE_LEVELS);
    if (level !== null) levels.set(id, level);
  }
  return levels;
}

function readAuthorship(author: string | null, date: string | null): Authorship {
  const by = authorship(author ?? '', date ?? '');
  if (by === null) throw new WrongUsage(wrongDate(date ?? ''));
  return by;
}

/** Of `--date` where it is the time of comments and revisions. */
export function wrongDate(written: string): string {
  return `--date 要写日期，例如 2026-01-05 或 2026-01-05T09:00，现为 ${written}`;
}

function readJobs(written: string | null): number | null {
  if (written === null) return null;
  const jobs = /^[0-9]{1,4}$/u.test(written) ? Number(written) : 0;
  if (jobs < 1 || jobs > MAX_JOBS) throw new WrongUsage(`--jobs 要写 1 到 ${MAX_JOBS} 的整数，现为 ${written}`);
  return jobs;
}

function readTimeLimit(written: string | null): number {
  if (written === null) return DEFAULT_TIME_LIMIT;
  const seconds = /^[0-9]{1,5}(?:\.[0-9]{1,3})?$/u.test(written) ? Number(written) : 0;
  if (seconds <= 0 || seconds > MAX_TIME_LIMIT) throw new WrongUsage(`--time-limit 要写秒数，大于 0，不超过 ${MAX_TIME_LIMIT}，现为 ${written}`);
  return seconds;
}

/** Less alike, and it is another word. */
const MIN_LIKENESS = 0.7;
/** Nobody mistypes a longer name; the comparison is quadratic. */
const MAX_NAME = 64;

/** `，最接近的是 wrong-cell`, or nothing where no name is near. */
function nearest(written: string, names: Iterable<string>): string {
  if (written.length > MAX_NAME) return '';
  const [best] = [...names].map((name) => ({ name, alike: likeness(written, name) })).sort((one, other) => other.alike - one.alike);
  return best !== undefined && best.alike >= MIN_LIKENESS ? `，最接近的是 ${best.name}` : '';
}

export const HELP = `勾稽：检查政府信息公开工作年度报告

用法
  gouji check 路径… | -      检查文件或文件夹，- 表示标准输入
  gouji parse 路径… | -      输出读取的结构和每一格，不检查
  gouji review 文件夹        审核一批年报：谁没有报送，有什么问题，上下年是否衔接
  gouji init 文件夹          由名单或现有年报建立审核用的 .gouji.json
  gouji annotate 文件.docx   把发现的问题写成 Word 批注，写在副本中
  gouji convert 文件         写成官方版式的 Word、网页或 Markdown

检查文件夹中的 .txt .md .html .htm 文件，不是年报的跳过。
同一文件夹的 .gouji.json 中设为不再提示的问题不列出。
文件可以是 UTF-8、GB18030（GBK、GB2312）或带标记的 UTF-16。

选项
  --format 格式         pretty（终端默认）、ndjson（非终端默认）、json、csv、sarif、github、junit
  --fix                 改正排版（全角数字、分隔符、部首字符等），不改数
  --as-revisions        与 --fix 同用，Word 文档中的改动记作修订
  --author 姓名         与 --as-revisions 同用，修订的作者，默认为“勾稽”
  --date 日期           与 --as-revisions 同用，修订的时间，例如 2026-01-05 或 2026-01-05T09:00，默认为现在
  --fail-on 级别        达到该级别的问题使退出状态为 1：error（默认）、warning、never
  --rule 规则=级别      调整一条规则：off、hint、information、warning、error，可写多次
                        规则编号写在每个问题的末尾
  --files-from 文件     从文件读取路径，每行一个，- 表示标准输入
  --jobs 数目           同时使用的线程数，默认为处理器核心数，最多 4
  --time-limit 秒       一个文件最多检查多少秒，默认 20，超过的按无法读取处理
  -h, --help            显示说明
  -V, --version         显示版本
  --                    其后的都是路径，即使以 - 开头

示例
  gouji check 年报                          检查文件夹“年报”
  gouji check --format ndjson 年报 > 结果   每份年报一行 JSON
  gouji check --fix 草稿.txt                改正排版，再列出其余问题
  gouji check --rule term=off 草稿.txt      不检查用语

退出状态
  0  没有 --fail-on 级别及以上的问题
  1  有 --fail-on 级别及以上的问题
  2  用法有误，或有文件无法读取、写入或超过时限（其余文件照常检查）
  130  检查中按 Ctrl-C 中断，已检查的照常列出
`;
