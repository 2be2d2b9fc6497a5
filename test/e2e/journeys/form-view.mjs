// The form view beside its text: what is typed into the one stands in the other, and undo leads back in both.

import { balanced, brokenTotal } from '../drafts/drafts.mjs';
import { equal } from '../expect.mjs';
import { settled } from '../wait.mjs';

const FILE = '青禾县柳溪镇人民政府2024年政府信息公开工作年度报告.txt';
const COMMAND = { 'zh-cn': '打开版式视图', en: 'Show Form View' };

/** The page within VS Code's two frames. */
export function formOf({ page }) {
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  const input = (key) => frame.locator(`input[data-key="${key}"]`);
  return {
    frame,
    input,
    value: (key) => input(key).inputValue(),
    ready: () => frame.locator('table[data-table="applications"] input').first().waitFor(),
  };
}

export const formView = [
  {
    name: 'the form view shows the report, and a number typed there stands in the text',
    locales: ['zh-cn', 'en'],
    files: { [FILE]: brokenTotal },
    open: [FILE],
    run: async (editor, { locale, shot }) => {
      await editor.problemsOf((rows) => rows.length > 0, 'the findings');
      await editor.runOwnCommand(COMMAND[locale]);
      const form = formOf(editor);
      await form.ready();
      equal(await form.value('disputes/review/total'), '8', 'the wrong total');
      await shot('form-view');
      await form.input('disputes/review/total').click();
      await form.frame.locator('.card .actions button').first().waitFor();
      await shot('form-view-card');
      await editor.press('Control+a');
      await editor.page.keyboard.type('3');
      await editor.press('Enter');
      await editor.problemsOf((rows) => rows.length === 0, 'no finding');
      await editor.saveAs(FILE, balanced);
      await editor.press('Control+z');
      await settled(
        'the number before',
        () => form.value('disputes/review/total'),
        (value) => value === '8',
      );
      await shot('form-view-undone');
    },
  },
];
