// Rearranges the parts of reports: shuffled, doubled, indented, joined, cut, and those of two reports in one text.

import type { Rng } from '../generator/rng.ts';

/** What may stand before a heading on its line. */
const INDENTS = ['', '', ' ', '    ', '\t', '\u3000\u3000', '## ', '# ', '> ', '**', '|', '\u200b', '\u202a', '- ', '1. ', '<p>', '附件：'];
const BREAKS = ['\n', '\n', '\n\n', '\r\n', '\r', '', ' ', '\f', '\u3000'];
const HEADINGS = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];
const OPENINGS = [
  '附件1',
  '附表',
  '第二十条第（一）项',
  '信息内容\t本年制发件数',
  '行政复议',
  '一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1',
  '（七）总计 1 0 0 0 0 0 1',
  '结果维持 结果纠正 其他结果 尚未审结 总计',
  '目录',
  '某县2023年政府信息公开工作年度报告',
];
const PART = /(?=^[^\n\r]{0,8}[一二三四五六]、[^\n\r]{2,24}$)/mu;

/** The parts of a report, each with its heading; what stands before the first is one of them. */
export function partsOf(text: string): readonly string[] {
  return text.split(PART);
}

/** Headings and scraps of tables only: short, and all that decides where a table is looked for. */
export function skeleton(rng: Rng): string {
  const pieces = Array.from({ length: rng.int(2, 14) }, () => (rng.chance(0.75) ? heading(rng) : rng.pick(OPENINGS)));
  return pieces.map((piece) => rng.pick(INDENTS) + piece + rng.pick(BREAKS)).join('');
}

function heading(rng: Rng): string {
  const whole = rng.pick(HEADINGS);
  return rng.chance(0.85) ? whole : whole.slice(rng.int(0, 3), rng.int(3, whole.length));
}

/** Parts of one report, or of two, in a chance order, each somehow begun and ended. */
export function rearrange(text: string, rng: Rng, other: string): string {
  const own = partsOf(text);
  const parts = rng.chance(0.4) ? [...own, ...partsOf(other)] : [...own];
  const chosen = rng.chance(0.5) ? parts : Array.from({ length: rng.int(1, parts.length + 2) }, () => rng.pick(parts));
  return chosen
    .filter(() => !rng.chance(0.12))
    .flatMap((part) => (rng.chance(0.1) ? [part, part] : [part]))
    .map((part) => begun(ended(part, rng), rng))
    .join('');
}

function begun(part: string, rng: Rng): string {
  return rng.chance(0.5) ? part : rng.pick(INDENTS) + part;
}

function ended(part: string, rng: Rng): string {
  if (rng.chance(0.15)) return part.slice(0, rng.int(0, part.length));
  return rng.chance(0.3) ? part.trimEnd() + rng.pick(BREAKS) : part;
}
