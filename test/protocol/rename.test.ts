// Rename (F2) over the wire, with a preview where the editor has one.

import { expect, it } from 'vitest';
import { report } from '../features/texts.ts';
import { PULLING, rangeIn, start } from './session.ts';

const URI = 'file:///rename.nb.txt';
const PREVIEWING = {
  ...PULLING,
  textDocument: { ...PULLING.textDocument, rename: { prepareSupport: true } },
  workspace: { ...PULLING.workspace, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};

it('is announced, prepared, and every place waits for a yes', async () => {
  const client = await start({ capabilities: PREVIEWING });
  expect(client.initialized).toMatchObject({ capabilities: { renameProvider: { prepareProvider: true } } });
  const text = report();
  client.open(URI, text);
  const year = /20\d\d(?=年政府信息)/u.exec(text)?.[0] ?? '';
  const position = rangeIn(text, `${year}年政府信息`).start;
  const at = { textDocument: { uri: URI }, position };
  expect(await client.request('textDocument/prepareRename', at)).toMatchObject({ placeholder: year });
  const edit = await client.request<{
    documentChanges: { textDocument: { version: number }; edits: { annotationId: string }[] }[];
    changeAnnotations: Record<string, { needsConfirmation: boolean }>;
  }>('textDocument/rename', { ...at, newName: '2031' });
  expect(edit.documentChanges[0]?.edits.every(({ annotationId }) => edit.changeAnnotations[annotationId]?.needsConfirmation === true)).toBe(true);
  await expect(client.request('textDocument/rename', { ...at, newName: '明年' })).rejects.toMatchObject({
    message: expect.stringContaining('四位数') as unknown,
  });
  expect(await client.request('textDocument/prepareRename', { ...at, position: rangeIn(text, '五、存在').start })).toBeNull();
});

it('is plain for an editor without a preview, and leaves out what may mean something else', async () => {
  const client = await start({ capabilities: PULLING });
  expect(client.initialized).toMatchObject({ capabilities: { renameProvider: true } });
  const text = report();
  client.open(URI, text);
  const position = rangeIn(text, '年政府信息公开工作年度报告').start;
  const edit = await client.request<{ changes: Record<string, { newText: string }[]> }>('textDocument/rename', {
    textDocument: { uri: URI },
    position,
    newName: '2031',
  });
  expect(edit.changes[URI]?.map(({ newText }) => newText)).toContain('2031');
});
