// Arguments of `gouji review` and `gouji init`.

import { extname } from 'node:path';
import { dayFrom } from '../../units/review-config.ts';
import { tokenize } from '../arguments.ts';
import { DEFAULT_TIME_LIMIT, MAX_JOBS } from '../limits.ts';

const OUTPUTS = ['.html', '.docx', '.xlsx', '.md', '.csv', '.json'] as const;
export type OutputKind = (typeof OUTPUTS)[number];

export interface ReviewRequest {
  readonly command: 'review' | 'init';
  /** Folders, and parts that other runs wrote. */
  readonly paths: readonly string[];
  readonly units: string | null;
  readonly previous: string | null;
  readonly due: string | null;
  readonly asOf: string | null;
  readonly out: { readonly file: string; readonly kind: OutputKind } | null;
  readonly letters: string | null;
  readonly record: boolean;
  readonly partial: boolean;
  readonly jobs: number | null;
  readonly timeLimit: number;
}

export type ReviewArguments =
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'wrong'; readonly message: string }
  | { readonly kind: 'run'; readonly request: ReviewRequest };

const OPTIONS = {
  review: {
    units: { type: 'string' },
    previous: { type: 'string' },
    'as-of': { type: 'string' },
    out: { type: 'string', short: 'o' },
    letters: { type: 'string' },
    record: { type: 'boolean' },
    partial: { type: 'boolean' },
    jobs: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
  init: { units: { type: 'string' }, due: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
} as const;

export function readReviewArguments([command, ...argv]: readonly string[]): ReviewArguments {
  const name = command === 'init' ? 'init' : 'review';
  const { options, positionals, wrong } = tokenize<Readonly<Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>>>(
    argv,
    OPTIONS[name],
  );
  const last = (option: string) => options.get(option)?.at(-1) ?? null;
  const fail = (message: string): ReviewArguments => ({ kind: 'wrong', message });
  if (options.has('help')) return { kind: 'help', text: HELP[name] };
  if (wrong !== null) return fail(wrong);
  if (positionals.length === 0) return fail(`缺少文件夹：gouji ${name} 文件夹`);
  if (name === 'init' && positionals.length > 1) return fail('init 只能写一个文件夹');
  for (const option of ['as-of', 'due']) {
    if (options.has(option) && dayFrom(last(option)) === null) return fail(`--${option} 要写日期，例如 2026-01-31，现为 ${last(option) ?? ''}`);
  }
  const out = last('out');
  const kind = OUTPUTS.find((each) => each === extname(out ?? '').toLowerCase());
  if (out !== null && kind === undefined) return fail(`--out 的文件名要以 ${OUTPUTS.join('、')} 之一结尾，现为 ${out}`);
  const partial = options.has('partial');
  if (partial && kind !== '.json') return fail('--partial 要与 --out 文件.json 同用');
  if (partial && (options.has('letters') || options.has('record'))) return fail('--partial 只写中间结果，不能与 --letters、--record 同用，请在合并时使用');
  const jobs = last('jobs');
  if (jobs !== null && !(/^[0-9]{1,2}$/u.test(jobs) && Number(jobs) >= 1 && Number(jobs) <= MAX_JOBS))
    return fail(`--jobs 要写 1 到 ${MAX_JOBS} 的整数，现为 ${jobs}`);
  return {
    kind: 'run',
    request: {
      command: name,
      paths: positionals,
      units: last('units'),
      previous: last('previous'),
      due: dayFrom(last('due')),
      asOf: dayFrom(last('as-of')),
      out: out === null || kind === undefined ? null : { file: out, kind },
      letters: last('letters'),
      record: options.has('record'),
      partial,
      jobs: jobs === null ? null : Number(jobs),
      timeLimit: DEFAULT_TIME_LIMIT,
    },
  };
}

const HELP = {
  review: `勾稽：审核一批年报

用法
  gouji review 文件夹 [选项]

年报按标题中的机关和年度辨认，不看文件名。审核哪个年度：有报送期限的，为期限的上一年；没有的，为多数年报的年度。
文件夹中的 .gouji.json 可以写名单（units）、期限（due）、规则的级别（rules）和不检查的文件（exclude），用 gouji init 建立。
下级文件夹的 .gouji.json 不起作用，其中设为不再提示的问题照常列出，并注明。

选项
  --units 名单          .csv、.txt（每行一个机关，缩进表示上下级）或 .xlsx，代替 .gouji.json 中的名单
  --previous 文件夹     上年的年报，与本年的在同一文件夹的不必写
  --as-of 日期          截至哪一天，例如 2026-01-31，默认为今天
  -o, --out 文件        结果写入 .html、.docx、.xlsx、.md、.csv 或 .json，不写的显示 Markdown
  --letters 文件夹      给每个需要修改的机关写一份审核意见（.docx、.html 和 .md）
  --record              把各份年报的数和问题记入 .gouji/versions，下次审核时比较
  --partial             只写中间结果（.json），供另一次审核合并：gouji review 甲.json 乙.json …
  --jobs 数目           同时使用的线程数
  -h, --help            显示说明

退出状态
  0  没有错误    1  有错误（包括未报送）    2  用法有误，或有文件无法读取、写入
`,
  init: `勾稽：建立审核用的 .gouji.json

用法
  gouji init 文件夹 [--units 名单] [--due 日期]

把名单（.csv、.txt 或 .xlsx）中的机关写入文件夹的 .gouji.json；没有名单的，写入文件夹中各份年报标题里的机关。
已有的 .gouji.json 只改 units 和 due，其余不动。

选项
  --units 名单          .csv、.txt（每行一个机关，缩进表示上下级）或 .xlsx
  --due 日期            报送期限，例如 2026-01-31
  -h, --help            显示说明
`,
} as const;
