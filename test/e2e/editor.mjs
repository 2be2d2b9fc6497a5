// Page object of VS Code: what a person does and sees, one method each.

import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { equal } from './expect.mjs';
import { eventually, settled } from './wait.mjs';

const ATTEMPT_MS = 3_000;
const REST_MS = 300;
const PRESS_MS = 120;
const outFolder = fileURLToPath(new URL('out', import.meta.url));

/** Wraps a playwright page that shows the workbench; `folder` is what it has opened, on disk. */
export function editorOf(page, folder) {
  const press = (keys) => page.keyboard.press(keys);
  const texts = (selector) => page.locator(selector).allInnerTexts();

  async function ready() {
    await page.waitForSelector('.monaco-workbench', { timeout: 60_000 });
    await page.waitForSelector('.editor-instance .view-line', { timeout: 60_000 });
    await page.waitForSelector('.explorer-folders-view .monaco-list-row', { timeout: 60_000 });
    await openProblems();
  }

  /** Runs a command by its English title, which the palette also finds in a Chinese interface. */
  async function runCommand(title) {
    // Another command may contain the title, so the row is taken by its whole name.
    const label = page.locator('.quick-input-list .monaco-highlighted-label').filter({ hasText: new RegExp(`^${title}$`) });
    await quickInput('F1', `>${title}`, label);
    await label.first().click();
  }

  /** Runs a command of the extension by its title in the language of the interface. */
  async function runOwnCommand(title) {
    const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title });
    await quickInput('F1', `>${title}`, row);
    await row.first().click();
  }

  /** The names of the commands the palette finds for `words`. */
  async function commandsMatching(words) {
    await quickInput('F1', `>${words}`, page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words }));
    return texts('.quick-input-list .monaco-list-row');
  }

  /**
   * Opens the quick input with `keys`, fills in `value` and waits for `answer`.
   * While the workbench is still arranging itself it may take the focus away, which closes the input: then again.
   */
  async function quickInput(keys, value, answer) {
    const input = page.locator('.quick-input-widget .quick-input-box input');
    await eventually(`an answer to ${value}`, async () => {
      if (!(await input.isVisible())) await press(keys);
      try {
        await input.fill(value, { timeout: ATTEMPT_MS });
        await answer.first().waitFor({ timeout: ATTEMPT_MS });
        return true;
      } catch {
        return false;
      }
    });
  }

  /** Waits until the list of symbols of the workspace answers to `words`. It asks once for what is typed: then again. */
  async function findSymbol(words) {
    const row = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words });
    await eventually(`a symbol ${words}`, async () => {
      await press('Control+t');
      await page.locator('.quick-input-widget .quick-input-box input').fill(`#${words}`);
      const found = await row
        .first()
        .waitFor({ timeout: ATTEMPT_MS })
        .then(
          () => true,
          () => false,
        );
      await press('Escape');
      return found;
    });
  }

  /** Chooses `row` in the list whose input shows `placeholder`, both given for every language. */
  async function chooseInList(placeholders, row) {
    const input = page.locator(placeholders.map((text) => `.quick-input-box input[placeholder="${text}"]`).join(', '));
    await input.waitFor();
    await input.fill(row);
    await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: row }).waitFor();
    await press('Enter');
  }

  /** Changes the language of the document in front, as its entry in the status bar does. */
  async function setLanguage(name) {
    await runCommand('Change Language Mode');
    await page.locator('.quick-input-widget .quick-input-box input').fill(name);
    await page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: name }).waitFor();
    await press('Enter');
    await settled(
      `the language ${name}`,
      () => statusItem('status.editor.mode'),
      (text) => text === name,
    );
  }

  /** Opens a file by its row in the explorer; a Word document leads to a tab of another name. */
  async function openFile(name, tab = name) {
    await explorerRow(name).dblclick();
    await activeTab(tab);
  }

  function explorerRow(name) {
    return page.locator('.explorer-folders-view .label-name').getByText(name, { exact: true });
  }

  async function activeTab(name) {
    await page.locator('.tab.active .label-name').getByText(name, { exact: true }).waitFor();
  }

  async function renameFile(from, to) {
    await explorerRow(from).click();
    await press('F2');
    const box = page.locator('.explorer-item-edited input');
    await box.waitFor();
    await box.fill(to);
    await press('Enter');
    await explorerRow(to).waitFor();
  }

  /** Puts the cursor at a 0-based position and the focus into the text. */
  async function goTo({ line, character }) {
    const answer = page.locator('.quick-input-list .monaco-list-row.focused').filter({ hasText: String(line + 1) });
    await quickInput('Control+g', `:${line + 1}:${character + 1}`, answer);
    await press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    const shown = new RegExp(`\\D${line + 1}\\D+${character + 1}\\b`);
    await settled(`the cursor at ${line + 1}:${character + 1}`, cursor, (text) => shown.test(` ${text}`));
  }

  function cursor() {
    return statusItem('status.editor.selection');
  }

  async function statusItem(id) {
    const item = page.locator(`[id="${id}"]`);
    return (await item.count()) === 0 ? '' : item.innerText();
  }

  /** What the extension itself shows in the status bar. */
  function ownStatus() {
    return texts('.statusbar-item[id^="gouji.gouji"]:visible');
  }

  async function focusText() {
    await page
      .locator('.editor-group-container.active .view-lines')
      .first()
      .click({ position: { x: 4, y: 4 } });
  }

  function type(text) {
    return page.keyboard.insertText(text);
  }

  async function paste(text) {
    await page.evaluate((content) => navigator.clipboard.writeText(content), text);
    await press('Control+v');
  }

  /** Types `keys` through an input method that ends up with `result`, each key a state of the composition. */
  async function compose(keys, result) {
    const session = await page.context().newCDPSession(page);
    for (let length = 1; length <= keys.length; length += 1) {
      const text = keys.slice(0, length);
      await session.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
    }
    await session.send('Input.imeSetComposition', {
      text: result,
      selectionStart: result.length,
      selectionEnd: result.length,
    });
    await session.send('Input.insertText', { text: result });
    await session.detach();
  }

  /** The visible lines of the active editor, top to bottom. */
  async function visibleLines() {
    const lines = await page
      .locator('.editor-group-container.active .view-line')
      .evaluateAll((elements) =>
        elements.map((element) => ({ top: parseFloat(element.style.top), text: element.textContent ?? '' })).sort((a, b) => a.top - b.top),
      );
    return lines.map(({ text }) => text.replaceAll('\u00a0', ' '));
  }

  function squiggles(severity = 'error') {
    return page.locator(`.editor-group-container.active .squiggly-${severity}`).count();
  }

  /** Opening the panel moves the focus there, so it is done once, before anything is typed. */
  async function openProblems() {
    const panel = page.locator('.markers-panel');
    await eventually('the Problems panel', async () => {
      if (await panel.isVisible()) return true;
      await press('Control+Shift+m');
      return panel.waitFor({ timeout: ATTEMPT_MS }).then(
        () => true,
        () => false,
      );
    });
  }

  /** The rows of the Problems panel, files left out. */
  function problems() {
    return page.locator('.markers-panel .monaco-list-row[aria-level="2"]').evaluateAll((rows) =>
      rows.map((row) => ({
        text: row.textContent ?? '',
        severity: /codicon-(error|warning|info|lightbulb)/.exec(row.innerHTML)?.[1] ?? 'hint',
      })),
    );
  }

  /** Goes to a finding by its row in the Problems panel. */
  async function openProblem(text) {
    const row = page.locator('.markers-panel .monaco-list-row[aria-level="2"]').filter({ hasText: text });
    await row.first().dblclick();
  }

  async function problemsOf(accept, what) {
    return settled(what, problems, accept);
  }

  /** The titles the light bulb offers at the cursor. */
  async function openFixes() {
    // Beside an editor in which nobody types its bulb may stay hidden; the key works all the same.
    const bulb = page.locator('.editor-group-container.active :is(.lightBulbWidget, [class*="gutter-lightbulb"])').locator('visible=true');
    await bulb
      .first()
      .waitFor({ timeout: ATTEMPT_MS })
      .catch(() => undefined);
    const rows = page.locator('.action-widget .monaco-list-row.action');
    await eventually('the list of fixes', async () => {
      await press('Control+.');
      const shown = await rows
        .first()
        .waitFor({ timeout: ATTEMPT_MS })
        .then(
          () => true,
          () => false,
        );
      // Pressed again in a list that came late, the key would take its first entry.
      if (!shown) await press('Escape');
      return shown;
    });
    return texts('.action-widget .monaco-list-row.action');
  }

  /** Walks down to the action that contains `title` and takes it. */
  async function pickFix(title) {
    const focused = page.locator('.action-widget .monaco-list-row.action.focused');
    const offered = await texts('.action-widget .monaco-list-row.action');
    if (!offered.some((text) => text.includes(title))) throw new Error(`not offered: ${title}\n${offered.join('\n')}`);
    await eventually(`the action ${title}`, async () => {
      if ((await focused.innerText()).includes(title)) return true;
      await press('ArrowDown');
      return false;
    });
    await press('Enter');
    await page.locator('.action-widget').waitFor({ state: 'hidden' });
  }

  /** Waits until `label` is offered while typing. */
  async function suggested(label) {
    const row = page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: label });
    await eventually(`the suggestion ${label}`, async () => {
      if (
        await row
          .first()
          .waitFor({ timeout: ATTEMPT_MS })
          .then(
            () => true,
            () => false,
          )
      )
        return true;
      // Who types before the server has started asks again.
      await press('Control+Space');
      return false;
    });
    return row.first();
  }

  /** The same, and takes it. */
  async function takeSuggestion(label) {
    const row = await suggested(label);
    await row.click();
    await page.locator('.suggest-widget.visible').waitFor({ state: 'hidden' });
  }

  function notifications() {
    return texts('.notification-toast');
  }

  /** Presses as a hand does: a moment after the button has come to rest, and not for no time. One drawn anew meanwhile is not pressed. */
  async function pressNotificationButton(title) {
    const button = page.locator('.notification-toast .monaco-button').filter({ hasText: title }).first();
    await eventually(`the button ${title} at rest`, () => button.evaluate(isAtRest, REST_MS));
    await button.click({ delay: PRESS_MS });
  }

  /** What a dialog asks that has to be answered before anything else. */
  async function dialog() {
    const box = page.locator('.monaco-dialog-box');
    await box.waitFor();
    return box.innerText();
  }

  async function pressDialogButton(title) {
    await page.locator('.monaco-dialog-box .monaco-button').getByText(title, { exact: true }).click();
    await page.locator('.monaco-dialog-box').waitFor({ state: 'hidden' });
  }

  /** Ticks the rows of the quick pick that contain `words`, and confirms. */
  async function tickAndConfirm(words) {
    const rows = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: words });
    await rows.first().waitFor();
    for (const row of await rows.all()) await row.click();
    await press('Enter');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
  }

  /** Saves the document in front and waits for `expected` in its file, told by a difference if it never comes. */
  async function saveAs(name, expected) {
    await press('Control+s');
    const file = path.join(folder, name);
    await eventually('the saved file', async () => (await readFile(file, 'utf8')) === expected).catch(() => undefined);
    equal(await readFile(file, 'utf8'), expected, `${name} on disk`);
    await saved();
  }

  /** Saves an untitled document under a name in the opened folder. */
  async function saveNew(name) {
    await press('Control+s');
    const proposed = await proposedPlace();
    await placeInput().fill(`${proposed.slice(0, proposed.lastIndexOf('/') + 1)}${name}`);
    await press('Enter');
    await activeTab(name);
  }

  /** Of the dialog that asks where to save: in a browser it is a list. Hidden lists keep their inputs. */
  function placeInput() {
    return page.locator('.quick-input-widget:visible .quick-input-box input').first();
  }

  async function proposedPlace() {
    return settled(
      'the proposed place',
      () =>
        placeInput()
          .inputValue({ timeout: ATTEMPT_MS })
          .catch(() => ''),
      (value) => value.includes('drafts/'),
    );
  }

  /** Saves where the dialog proposes it. */
  async function acceptPlace() {
    await proposedPlace();
    await press('Enter');
  }

  /** The file is there before the editor has heard so; what others write in between it would take for its own. */
  async function saved() {
    await eventually('the saved tab', async () => (await page.locator('.tabs-container .tab.active.dirty').count()) === 0);
  }

  async function screenshot(name) {
    await mkdir(outFolder, { recursive: true });
    await page.screenshot({ path: path.join(outFolder, `${name}.png`) });
  }

  return {
    page,
    folder,
    press,
    ready,
    runCommand,
    runOwnCommand,
    commandsMatching,
    findSymbol,
    chooseInList,
    setLanguage,
    openFile,
    renameFile,
    activeTab,
    goTo,
    cursor,
    statusItem,
    ownStatus,
    focusText,
    type,
    paste,
    compose,
    visibleLines,
    squiggles,
    problems,
    openProblem,
    problemsOf,
    openFixes,
    pickFix,
    suggested,
    takeSuggestion,
    notifications,
    pressNotificationButton,
    dialog,
    pressDialogButton,
    tickAndConfirm,
    saveAs,
    saveNew,
    proposedPlace,
    acceptPlace,
    saved,
    screenshot,
  };
}

/** Whether an element has been where it is for `ms`. Runs in the page, so it uses nothing from here. */
function isAtRest(element, ms) {
  const { x, y } = element.getBoundingClientRect();
  const place = `${x} ${y}`;
  if (element.dataset.place !== place) Object.assign(element.dataset, { place, since: Date.now() });
  return Date.now() - element.dataset.since >= ms;
}

/** The 0-based position of `needle` in `text`, plus `shift` code units. */
export function positionOf(text, needle, shift = 0) {
  const offset = text.indexOf(needle);
  if (offset < 0) throw new Error(`not in the text: ${needle}`);
  const before = text.slice(0, offset + shift);
  const line = before.split('\n').length - 1;
  return { line, character: before.length - (before.lastIndexOf('\n') + 1) };
}
