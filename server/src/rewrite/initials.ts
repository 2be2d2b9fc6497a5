// Pinyin initials of Han characters, in the reading they have in the form, for typing labels and sentences.

/** Initial → the characters of the form's labels and the sentences' names that begin with it. */
const CHARACTERS: Readonly<Record<string, string>> = {
  a: '案安按',
  b: '报办表八本部不保补版布',
  c: '处存采程查成重出策持',
  d: '度动第到的定对大当单督等',
  e: '二额',
  f: '府复服范罚费分法方访反发废',
  g: '公工告格改规供关管购果国过构个根',
  h: '和护合后或获会',
  j: '据九及进件减决集金结计家禁卷机举具继经接纠缴旧建监',
  k: '开况可科',
  l: '理六量类律另例零',
  m: '目民密秘没明面',
  n: '年内纳',
  p: '平',
  q: '请情其全区强权确企取求起期',
  r: '人容仍认然如',
  s: '申诉讼数十三四式收事设市属上商社尚审',
  t: '条体题提投他它通台头统',
  w: '文五问外务危稳握物未维位万无',
  x: '信息行项新需性许形现询下续相效限',
  y: '一要议业予以于益有由已研应元逾用原因依引',
  z: '政作主总在章自治州制增转只这止执掌正者至组织直再知中障',
};

const initials = new Map(Object.entries(CHARACTERS).flatMap(([initial, characters]) => [...characters].map((character) => [character, initial] as const)));

/** The initial of a character of the form; undefined for one that stands nowhere in it. */
export function initialOf(character: string): string | undefined {
  return initials.get(character);
}

/** The initials of a Han text; throws on a character the table lacks, so that a new label cannot be unreachable. */
export function initialsOf(han: string): string {
  const unknown = [...han].filter((character) => initialOf(character) === undefined);
  if (unknown.length > 0) throw new Error(`no initials for ${unknown.join('')}`);
  return [...han].map(initialOf).join('');
}
