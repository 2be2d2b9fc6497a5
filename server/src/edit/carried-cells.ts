// Which cells of the 2019 form mean the same in the 2021 form, and what is to be judged where they do not?

import { DIVIDED_ROWS } from '../forms/applications.ts';
import { splitKey, type CellKey } from '../forms/form.ts';

/**
 * The cell of the older form whose value stands in `key` of the newer one. Cells have one key where they mean the same, as
 * 处理决定数量 in both; what only the newer form has (废止, 现行有效, 收费金额) has a key of its own. Null for （六）.
 */
export function sourceOf(key: CellKey): CellKey | null {
  const { table, row } = splitKey(key);
  return table === 'applications' && DIVIDED_ROWS.includes(row) ? null : key;
}

/** What nobody can tell from the older tables; every line is something to do. */
export const TO_JUDGE: readonly string[] = [
  '第二十条第（一）项：“本年新制作数量”已照填到“本年制发件数”，请核对口径是否一致。',
  '第二十条第（一）项：“本年废止件数”“现行有效件数”旧格式没有，请按实际填写。',
  '第二十条第（八）项：新格式填“本年收费金额（单位：万元）”，旧格式填的是项目数量，请按实际填写。',
  '第六部分：信息处理费的收取情况在这里报告（国办函〔2020〕109号），没有收取的，通常也写一句。',
  '第一部分：新格式的总体情况主要写主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面，请核对。',
];
