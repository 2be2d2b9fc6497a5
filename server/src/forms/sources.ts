// Sources that are cited, and the words they may be cited in: practice is never worded as law.

/**
 * `law`: what binds by statute. `form`: what the printed form says. `notice`: what a notice says of how to report.
 * `practice`: what is usual, or one place's rule: said with 通行, 通常, 一般, or with the place that has it.
 */
type SourceStatus = 'law' | 'form' | 'notice' | 'practice';

export interface Source {
  /** As cited, shortest form first; an article of 条例 stands without its book where the book is plain. */
  readonly cited: readonly string[];
  readonly status: SourceStatus;
  /** Words that may be used for what it says; what goes beyond them is no longer its. */
  readonly words: string;
}

/** Articles of 条例 (国务院令第711号); what each says is in `law.ts`. */
const REGULATION_ARTICLES = [
  '第四条',
  '第十条',
  '第十四条',
  '第十五条',
  '第十六条',
  '第二十条',
  '第三十条',
  '第三十一条',
  '第三十二条',
  '第三十三条',
  '第三十五条',
  '第三十六条',
  '第三十七条',
  '第三十八条',
  '第三十九条',
  '第四十二条',
  '第四十七条',
  '第四十九条',
  '第五十条',
  '第五十四条',
  '第五十五条',
];

export const SOURCES: readonly Source[] = [
  ...REGULATION_ARTICLES.map<Source>((article) => ({ cited: [article], status: 'law', words: '以 law.ts 的要点为限' })),
  {
    cited: ['国务院令第711号', '《条例》', '《中华人民共和国政府信息公开条例》', '《政府信息公开条例》'],
    status: 'law',
    words: '自2019年5月15日起施行，2019年度年报起引用',
  },
  { cited: ['国务院令第492号'], status: 'law', words: '修订前的条例，只用来指出应改引711号' },
  { cited: ['《立法法》', '第九十一条', '第九十三条'], status: 'law', words: '规章由国务院部门等国家机构和省、自治区、直辖市、设区的市、自治州的人民政府制定' },
  { cited: ['《行政复议法》', '第二十三条'], status: 'law', words: '2024年1月1日起，不予公开的应先申请行政复议' },
  { cited: ['法释〔2025〕8号', '第一条'], status: 'law', words: '复议前置限于条例第十四条至第十六条' },
  { cited: ['国办函〔2020〕109号'], status: 'law', words: '自2021年1月1日起施行的收费办法；年报写明收取情况出自统一格式，不引本办法' },
  { cited: ['2021年统一格式', '统一格式'], status: 'form', words: '表头、项目名称、勾稽关系、第六部分的收费情况' },
  { cited: ['国办公开办函〔2021〕30号'], status: 'notice', words: '2021年9月26日印发，从2021年度年报起通行；总体情况的五个方面' },
  { cited: ['国办公开办函〔2019〕60号'], status: 'notice', words: '2019年度年报鼓励使用，2020年度起使用' },
  { cited: ['国办公开办函〔2016〕201号'], status: 'notice', words: '解释修订前的条例，未见废止；复议机关作共同被告的，只由作出原行政行为的机关计数' },
  { cited: ['GB/T 15834—2011', '《标点符号用法》'], status: 'practice', words: '标点通行成对使用' },
  { cited: ['GB/T 9704—2012'], status: 'practice', words: '公文的发文字号通行六角括号，通行的版面为 A4 纸，天头 37 毫米，订口 28 毫米，版心 156 毫米' },
  { cited: ['武政办发〔2025〕54号'], status: 'practice', words: '当地规定，各地口径可能不同' },
];

/** Words that only law, form or notice may carry; practice says 通行, 通常, 一般. */
export const BINDING_WORDS: readonly string[] = ['必须', '一律', '不得'];
