// Is a line a heading inside a part, by its words alone? The titles that reports give what the form asks for.

export interface SubHeading {
  /** 1 is the outermost. */
  readonly level: number;
  /** Its words are those of the form, so that it can be nothing but a heading. */
  readonly isKnown: boolean;
}

/** Longest first within a level does not matter: they exclude one another. */
const ENUMERATORS: readonly (readonly [RegExp, level: number])[] = [
  [/^[一二三四五六七八九十]{1,3}[、.]\s*/u, 1],
  [/^\([一二三四五六七八九十]{1,3}\)[、.]?\s*/u, 2],
  [/^[0-9]{1,2}[.、](?![0-9])\s*/u, 3],
  [/^\([0-9]{1,2}\)[、.]?\s*/u, 4],
];
/** Of a heading without enumerator nothing tells how deep it is. */
const NO_ENUMERATOR_LEVEL = 2;

const DECORATION = /^#{1,6}\s*|^\s*|[\s:：]+$/gu;
const KNOWN: readonly RegExp[] = [
  /^(?:政府信息)?主动公开(?:政府信息)?(?:工作)?(?:的)?(?:情况|方面)?$/u,
  /^依申请公开(?:政府信息)?(?:工作)?(?:的)?(?:情况|办理情况|方面)?$/u,
  /^(?:加强)?政府信息(?:资源)?(?:规范化)?管理(?:工作)?(?:的)?(?:情况|方面)?$/u,
  /^(?:政府信息公开|政务公开|信息公开|公开)?平台(?:的)?(?:规范化)?建设(?:工作)?(?:的)?(?:情况|方面)?$/u,
  /^(?:政府信息公开|政务公开)?(?:工作)?监督(?:和|与)?保障(?:工作)?(?:的)?(?:情况|方面)?$/u,
  /^(?:工作)?(?:存在|主要)(?:的)?(?:主要)?(?:问题|不足|困难)(?:和不足|与不足|及不足|及原因)?$/u,
  /^(?:下一步|下步)?(?:的)?(?:改进|整改)(?:的)?(?:情况|措施|工作|方向|打算|意见)?$/u,
  /^(?:下一步|下步)(?:的)?(?:工作)?(?:打算|计划|措施|安排|思路)?$/u,
  /^(?:收取)?(?:政府信息公开)?信息处理费(?:的)?(?:收取)?(?:情况)?$/u,
  /^(?:其他)?(?:需要|需)(?:报告|说明)的(?:其他)?(?:事项|情况)$/u,
];

/** Longer lines, and those with a number or a point, say something. */
const MAX_TITLE = 24;
const FULL_STOP = /[。.]$/u;
const SAYS_SOMETHING = /[0-9。;；,，!?？]/u;

/** Null where the line is none. `line` is folded. */
export function subHeadingOf(line: string): SubHeading | null {
  const words = line.replaceAll(DECORATION, '');
  const enumerator = ENUMERATORS.find(([pattern]) => pattern.test(words));
  const title = (enumerator === undefined ? words : words.replace(enumerator[0], '')).replaceAll(/[\s\u200b]/gu, '');
  // Headings are also written with a full stop; of other words one says that they are a sentence.
  const bare = title.replace(FULL_STOP, '');
  if (bare === '' || bare.length > MAX_TITLE || SAYS_SOMETHING.test(bare)) return null;
  const isKnown = KNOWN.some((pattern) => pattern.test(bare));
  if (!isKnown && (enumerator === undefined || bare !== title)) return null;
  return { level: enumerator?.[1] ?? NO_ENUMERATOR_LEVEL, isKnown };
}
