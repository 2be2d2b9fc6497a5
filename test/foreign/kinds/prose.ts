// Prose: stories, essays, letters, foreign languages.

import { fill, some, type ForeignKind } from '../kind.ts';

const story: ForeignKind = {
  name: 'story',
  write: (rng) =>
    fill(
      some(
        [
          '　　天还没亮，{小王/老周/阿梅}就出了门，公文包里装着{n}页没校完的年报。',
          '　　“总计怎么又不平？”他在公交车上自言自语，前排的孩子回头看了他一眼。',
          '　　办公室的灯{亮了一夜/坏了一盏}，茶杯里的水凉了{n}回。',
          '　　她把“结转下年度继续办理”念了三遍，忽然笑出声来：原来是把十四写成了四十一。',
          '　　雪落在{organ}的台阶上，像谁撒了一把没人要的零。',
          '　　{year}年的最后一天，他终于按下了发布。',
        ],
        rng,
      ).join('\n'),
      rng,
    ),
};

const essay: ForeignKind = {
  name: 'essay on openness',
  write: (rng) =>
    fill(
      some(
        [
          '政府信息公开申请的处理：以{n}份年度报告为样本',
          '摘要：本文收集{organ}等{n}个机关{year}年的报告，比较予以公开、部分公开、不予公开、无法提供、不予处理、其他处理六类结果的比例。',
          '一、问题的提出',
          '年度报告中的表格提供了难得的数据，但是总计与分项不一致的情形占{p}%。',
          '二、数据与方法',
          '样本中自然人申请{N}件，商业企业{N}件，法律服务机构{n}件；行政复议{n}件，行政诉讼{n}件。',
          '三、发现',
          '“本机关不掌握相关政府信息”是使用最多的理由，占{p}%；“属于四类过程性信息”次之，占{p}%。',
          '四、结论',
          '公开不仅是义务，也是一种沟通的能力。',
          '参考文献：[1] 某某.信息公开研究[J].{year}({n}):{n}-{N}.',
        ],
        rng,
        0.85,
      ).join('\n\n'),
      rng,
    ),
};

const english: ForeignKind = {
  name: 'English prose',
  write: (rng) =>
    fill(
      some(
        [
          'The annual report on open government ({year}) lists {n} requests received and {n} carried over.',
          'Total: {N}. Granted in full: {n}; in part: {n}; refused: {n}.',
          'Table 3.  Requests by applicant   natural persons {n} {n} {n} {n} {n} {n} {n}',
          'Nobody reads the footnotes, which is where the numbers disagree.',
        ],
        rng,
        0.8,
      ).join('\n\n'),
      rng,
    ),
};

const minutesOfNumbers: ForeignKind = {
  name: 'numbers alone',
  write: (rng) =>
    Array.from({ length: rng.int(2, 80) }, () => Array.from({ length: rng.int(1, 9) }, () => rng.int(0, 999)).join(rng.pick([' ', '\t', ' | ', '']))).join(
      '\n',
    ),
};

export const PROSE: readonly ForeignKind[] = [story, essay, english, minutesOfNumbers];
