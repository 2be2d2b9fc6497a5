// Level of government of an organ, from the words of its name; silent where they do not tell.

/** What the last division in a name says about its organs; `unknown` is never the ground of a finding. */
type Verdict = 'above' | 'county' | 'township' | 'unknown';

/**
 * Endings of divisions, longer ones first where one contains another. 立法法 §91, §93 give 规章 to departments of the
 * State Council, provinces, cities with districts and autonomous prefectures; 市 may be either, so it stays unknown.
 */
const DIVISIONS: readonly (readonly [ending: string, verdict: Verdict])[] = [
  ['特别行政区', 'above'],
  ['自治区', 'above'],
  ['自治州', 'above'],
  ['自治县', 'county'],
  ['民族乡', 'township'],
  ['街道', 'township'],
  ['省', 'above'],
  ['市', 'unknown'],
  ['州', 'unknown'],
  ['盟', 'unknown'],
  ['县', 'county'],
  ['区', 'county'],
  ['乡', 'township'],
  ['镇', 'township'],
];

/** Words that contain an ending without naming a county, district or township. */
const NO_DIVISIONS =
  /城乡|乡村|乡土|城镇|村镇|乡镇|区域|区块|县域|镇域|社区|小区|校区|园区|景区|库区|片区|辖区|区域|地区|特区|新区|开发区|高新区|经开区|实验区|试验区|示范区|风景区|工业区|度假区|管理区|合作区|保税区|自贸区|保护区|功能区|集聚区|产业区|市场|市容|市政|省际/gu;

/** An organ by its level alone. */
const NAMELESS = /^(?:县|区|乡|镇|街道)[^县区乡镇]{2,}(?:局|委|委员会|办|办公室|中心|所|站|政府)$|^(?:县|区|乡|镇)(?:人民)?政府(?:办公室)?$/u;

/** Organs of the centre carry local names too (国家税务总局某县税务局): they answer to no county. */
const CENTRAL = /^(?:国家|中国|中央|国务院|中华人民共和国)/u;

/** True for 县, 区, 乡, 镇, 街道 and their 局, 委, 办: none of them can make 规章. */
export function lacksRuleMaking(unit: string | null): boolean {
  const verdict = verdictOn(unit);
  return verdict === 'county' || verdict === 'township';
}

export function townshipLevel(unit: string | null): boolean {
  return verdictOn(unit) === 'township';
}

const BUREAU = /(?:局|委员会|委|办公室|中心|大队|支队)$/u;

/** A department of a county or district, not its government. */
export function isCountyBureau(unit: string | null): boolean {
  return unit !== null && verdictOn(unit) === 'county' && BUREAU.test(unit) && !/政府办公室$|府办$/u.test(unit);
}

/** The last division named decides: 洛阳市涧西区 is a district, 宁夏回族自治区银川市 a city. */
function verdictOn(unit: string | null): Verdict {
  if (unit === null || CENTRAL.test(unit)) return 'unknown';
  const name = unit.replaceAll(/\s/gu, '').replaceAll(NO_DIVISIONS, (word) => '·'.repeat(word.length));
  let best: { readonly end: number; readonly length: number; readonly verdict: Verdict } = { end: 0, length: 0, verdict: 'unknown' };
  for (const [ending, verdict] of DIVISIONS) {
    const end = name.lastIndexOf(ending) + ending.length;
    // A division has a name before its ending, of at least one character; 县退役军人事务局 leaves it out.
    if (end < ending.length || (end === ending.length && !NAMELESS.test(name))) continue;
    if (end > best.end || (end === best.end && ending.length > best.length)) best = { end, length: ending.length, verdict };
  }
  return best.verdict;
}
