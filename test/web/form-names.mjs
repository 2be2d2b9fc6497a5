// Cells of the form view in the browser's accessibility tree: each is a text box in a row of a table, named by its row, its column
// and its state, with its value.

import { openForm } from './form-page.mjs';

const BLANK_ROW = /^([^\t\n]*)(\t+)$/gmu;
/** What a clerk reads of each state; a number needs no word. */
const STATE_WORDS = { blank: '未填', unreadable: '不是数字', absent: '未读取' };

/** `blanks`: a blank report of each form, and how many cells it has. */
export async function namedCells(browser, blanks) {
  const failures = [];
  for (const [form, { text, count }] of Object.entries(blanks)) {
    const lost = filled(text).replace(/^（二）部分公开.*\n/mu, '');
    for (const [which, draft, options] of [
      ['blank', text],
      ['filled in', filled(text)],
      ['with a row lost', lost],
      ['read-only', lost, { isReadOnly: true }],
    ]) {
      const page = await openForm(browser, draft, options);
      const found = await cellsOf(page);
      if (found.length !== count) failures.push(`${form}, ${which}: ${found.length} cells, expected ${count}`);
      failures.push(...found.flatMap((cell) => wrongs(cell).map((wrong) => `${form}, ${which}, ${cell.key}: ${wrong} (${cell.name})`)));
      const names = new Set(found.map(({ name }) => name));
      if (names.size !== found.length) failures.push(`${form}, ${which}: ${found.length} cells have ${names.size} names`);
      await page.close();
    }
  }
  console.log(`names: ${Object.values(blanks).map(({ count }) => count)} cells, blank, filled in, with a row lost, read-only`);
  return failures;
}

/** Every number another one, and now and then a word. */
function filled(text) {
  let number = 0;
  return text.replaceAll(BLANK_ROW, (_, label, tabs) => {
    const values = Array.from(tabs, () => (++number % 31 === 0 ? '见附件' : String(number)));
    return label === '' ? values.join('\t') : [label, ...values].join('\t');
  });
}

/** From the browser's own tree, joined with what stands around each in the page: labels of its row and headers of its column. */
async function cellsOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  await session.send('DOM.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const inTree = new Map();
  for (const node of nodes.filter(({ role, ignored }) => !ignored && ['textbox', 'cell', 'gridcell'].includes(role?.value))) {
    const { node: element } = await session.send('DOM.describeNode', { backendNodeId: node.backendDOMNodeId });
    if (!element.attributes.includes('data-key')) continue;
    const key = element.attributes[element.attributes.indexOf('data-key') + 1];
    const properties = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
    inTree.set(key, { role: node.role.value, name: node.name?.value ?? '', value: node.value?.value ?? '', properties, around: rolesAbove(node, byId) });
  }
  const inPage = await page.evaluate(labelsAround);
  return inPage.map((cell) => ({ ...cell, ...inTree.get(cell.key) }));
}

function rolesAbove(node, byId) {
  const roles = [];
  for (let above = byId.get(node.parentId); above !== undefined; above = byId.get(above.parentId)) roles.push(above.role?.value);
  return roles;
}

/** Runs in the page. */
async function labelsAround() {
  const fresh = await window.gouji.fresh();
  return [...document.querySelectorAll('main table')].flatMap((table) => {
    // Which header and which label covers which place: merged cells cover several.
    const cover = (rows) => {
      const grid = [];
      for (const [line, row] of [...rows].entries()) {
        let column = 0;
        for (const cell of row.cells) {
          while (grid[line]?.[column] !== undefined) column++;
          for (let down = 0; down < cell.rowSpan; down++) for (let right = 0; right < cell.colSpan; right++) (grid[line + down] ??= [])[column + right] = cell;
          column += cell.colSpan;
        }
      }
      return grid;
    };
    const words = (cell) => (cell.querySelector('span') ?? cell).textContent;
    const head = cover(table.tHead.rows);
    return cover(table.tBodies[0].rows).flatMap((row) =>
      row.flatMap((cell, column) => {
        const field = cell.matches('[data-key]') ? cell : cell.querySelector('[data-key]');
        if (field === null) return [];
        const { key } = field.dataset;
        const read = fresh.cells[key];
        return {
          key,
          row: [...new Set(row.filter((each) => each.tagName === 'TH').map(words))],
          column: [...new Set(head.map((line) => words(line[column])))],
          text: read?.text ?? '',
          state: read?.state ?? 'absent',
          expected: read?.expected ?? null,
          isWrong: fresh.findings.some(({ cells, severity }) => cells.includes(key) && (severity === 'error' || severity === 'warning')),
        };
      }),
    );
  });
}

function wrongs({ role, name, value, properties, around, row, column, text, state, expected, isWrong }) {
  if (name === undefined) return ['it is not in the tree'];
  const wrong = [];
  const named = /^“(.+)·([^·]+)”/u.exec(name);
  // In table four the block over the columns stands for the row.
  const [ownRow, ownColumn] = [row.length > 0 ? row : column.slice(0, -1), column.slice(-1)];
  if (named === null || !isShort(named[1], ownRow)) wrong.push(`its row ${ownRow.join(' ')} is not named`);
  if (named === null || !isShort(named[2], ownColumn)) wrong.push(`its column ${ownColumn.join(' ')} is not named`);
  // What is no input says its value in its name.
  const isFixed = role !== 'textbox';
  if (isFixed ? !name.includes(`，${text}`) : value !== text) wrong.push(`its value is ${value}, expected ${text}`);
  if (state !== 'number' && !name.includes(STATE_WORDS[state])) wrong.push(`its state ${state} is not named`);
  if (expected !== null && !name.includes(`应为${expected}`)) wrong.push(`the sum ${expected} is not named`);
  if (!isFixed && (properties.invalid ?? 'false') !== String(isWrong)) wrong.push(`invalid is ${properties.invalid}, expected ${isWrong}`);
  if (isWrong && !/错误|警告/u.test(name)) wrong.push('what is wrong is not named');
  if (!around.includes('row') || !around.includes('table')) wrong.push(`it stands in ${around}, in no row of a table`);
  return wrong;
}

/** As findings name it: some of the words of its labels, in their order. */
function isShort(short, labels) {
  const bare = (words) => words.replaceAll(/[^\p{L}]/gu, '');
  const whole = bare(labels.join(''));
  let at = 0;
  for (const character of bare(short)) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return bare(short).length > 1;
}
