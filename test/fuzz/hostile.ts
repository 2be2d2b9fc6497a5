// Texts made to be slow: pieces repeated without end behind the words that open each part of a report; without them no table is
// looked for.

const OPENING = '一、总体情况\n';
const PROACTIVE = `${OPENING}二、主动公开政府信息情况\n`;
const APPLICATIONS = `${PROACTIVE}三、收到和处理政府信息公开申请情况\n`;
const ROW = '予以公开 1 0 0 0 0 0 1\n';
const ROWS = `一、本年新收政府信息公开申请数量 1 0 0 0 0 0 1\n（一）${ROW}（二）部分公开 0 0 0 0 0 0 0\n（七）总计 1 0 0 0 0 0 1\n`;
const DISPUTES = `${APPLICATIONS}${ROWS}四、政府信息公开行政复议、行政诉讼情况\n结果维持 结果纠正 其他结果 尚未审结 总计\n`;
const REST = `\n${APPLICATIONS.slice(OPENING.length)}${ROWS}五、存在的主要问题及改进情况\n`;

export interface Hostile {
  readonly name: string;
  readonly head: string;
  readonly piece: string;
  readonly tail: string;
}

function behind(head: string, pieces: readonly string[], tail = ''): readonly Hostile[] {
  return pieces.map((piece) => ({ name: `${head.slice(-8).trim()} ${piece.slice(0, 24)}`.replaceAll(/\s/gu, '·'), head, piece, tail }));
}

export const HOSTILE: readonly Hostile[] = [
  // A line near the top with 告 in it might be the title.
  ...behind('公告 ', ['(a) ', '[1] ', '* '], 'x'),
  ...behind('', [`${'年'.repeat(170)}\n`, `${'其他需要报告的事项 '.repeat(20)}\n`, '一、x', '统计期限自', '\ud83d']),
  ...behind(PROACTIVE, ['信息内容\t', '|信息内容', '规章 1 2 3\n', '第二十条第（五）项\n行政许可\n', '行政许可\n1\n', '信息内容\t甲\t乙\t丙\n']),
  ...behind(APPLICATIONS, [
    '年1-',
    '政12,',
    '予以公开1',
    '予以公开 1 2 3\n',
    '某某事项 1 2 3 4 5 6 7\n',
    '|\n0\n',
    '予以公开 |\n',
    '1\n\n',
    '1\f\n',
    '(年 ',
    '│0',
    '予\u200b',
  ]),
  ...behind(`${APPLICATIONS}予以公开`, ['\t', '|', '）|', '1', ' 1', '\t0', '\t号\t'], `\n${ROW}部分公开 0 0 0 0 0 0 0\n`),
  ...behind(`${APPLICATIONS}予以公开\n`, ['年\n', '1\n', '年\n1 2\n'], '1 2\n'.repeat(2000)),
  ...behind(`<table><tr>${APPLICATIONS}<td>予以公开`, ['<td>', '<tr><td>', '&', '&#', '<!--', '<script>', 'a="', '<']),
  ...behind(DISPUTES, ['0 ', '0\t', '\t', '结果维持 结果纠正 总计 1\n']),
  ...behind(
    OPENING,
    [
      '收到申请38件，',
      '其中予以公开1件、',
      '其中1件，',
      '收到申请38件\n',
      '行政诉讼没有',
      '全部办结。',
      '“收到申请1件',
      '比上年增长5%，',
      'XX',
      '收到____件。',
      '2023年1月1日，',
    ],
    REST,
  ),
];

/** The hostile text with about `length` units of its piece. */
export function hostileText({ head, piece, tail }: Hostile, length: number): string {
  return head + piece.repeat(Math.ceil(length / piece.length)) + tail;
}
