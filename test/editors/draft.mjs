// The draft every editor is given: one wrong number in table three, and a cell with digits of full width.

import { balanced } from '../e2e/drafts/drafts.mjs';

const ROW = '一、本年新收政府信息公开申请数量 12 2 0 0 0 1 15';

/** Row total 15 written 51: the row and the balance are broken, and one cell explains it. */
export const BROKEN_ROW = ROW.replace(/15$/, '51');
export const broken = balanced.replace(ROW, BROKEN_ROW);

if (broken === balanced) throw new Error('the draft has no such row');
