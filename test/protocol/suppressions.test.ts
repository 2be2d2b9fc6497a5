// `.gouji.json` beside a draft is heard, followed and written, by any editor and by our own.

import { ruleName } from '../../server/src/rules/registry.ts';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkLines, gouji } from '../cli/support.ts';
import { edited } from '../features/texts.ts';
import { changeOf, checked, draft, NAME, written } from '../suppressions/support.ts';
import type { TestClient } from './client.ts';
import { change, pull, PULLING, rangeIn, rulesOf, start, type Published, type Range } from './session.ts';

const TEXT = draft({ 'issued/normative/effective': '0' });
const RULE = 'stock-below-flow';
const SILENCED = written(null, changeOf(TEXT, RULE, null));
const NOTED = written(null, changeOf(TEXT, RULE, '以旧文件计'));
const DAMAGED = '{\n  "version": 1,\n}';
const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
const PLACE = rangeIn(TEXT, '行政规范性文件\t2\t1\t0');

const EDITING = { ...PULLING.workspace, workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } };
const WATCHING = { ...PULLING, workspace: { ...EDITING, didChangeWatchedFiles: { dynamicRegistration: true } } };

interface Folder {
  readonly path: string;
  readonly uri: string;
  readonly configUri: string;
  readonly write: (text: string) => void;
}

function folderWith(suppressions: string | null): Folder {
  const folder = mkdtempSync(path.join(tmpdir(), 'gouji-suppressions-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (text: string) => writeFileSync(path.join(folder, '.gouji.json'), text);
  writeFileSync(path.join(folder, NAME), TEXT);
  if (suppressions !== null) write(suppressions);
  const of = (name: string) => pathToFileURL(path.join(folder, name)).href;
  return { path: folder, uri: of(NAME), configUri: of('.gouji.json'), write };
}

interface Action {
  readonly title: string;
  readonly isPreferred: boolean;
  readonly edit?: {
    readonly changes?: Readonly<Record<string, readonly { readonly range: Range; readonly newText: string }[]>>;
    readonly documentChanges?: readonly {
      readonly kind?: string;
      readonly uri?: string;
      readonly textDocument?: { readonly uri: string; readonly version: number | null };
      readonly edits?: readonly { readonly range: Range; readonly newText: string }[];
    }[];
  };
  readonly command?: {
    readonly command: string;
    readonly arguments: readonly {
      readonly change: unknown;
      readonly configUri: string;
      readonly ask: unknown;
      readonly silences: { readonly message: string; readonly isError: boolean; readonly undo: unknown } | null;
    }[];
  };
}

async function suppressionItems(client: TestClient, uri: string): Promise<readonly Action[]> {
  const params = { textDocument: { uri }, range: PLACE, context: { diagnostics: [] } };
  return (await client.request<readonly Action[]>('textDocument/codeAction', params)).filter(({ title }) => title.includes('.gouji.json'));
}

describe('a draft that gets another name', () => {
  const renaming = (folder: Folder, name: string) => ({ files: [{ oldUri: folder.uri, newUri: folder.uri.replace(encodeURI(NAME), encodeURI(name)) }] });

  it('takes with it what is said of it', async () => {
    const folder = folderWith(NOTED);
    const client = await start({ capabilities: PULLING });
    const edit = await client.request<{ changes: Record<string, { range: Range; newText: string }[]> } | null>(
      'workspace/willRenameFiles',
      renaming(folder, '定稿.txt'),
    );
    expect(Object.keys(edit?.changes ?? {})).toEqual([folder.configUri]);
    expect(edited(NOTED, edit?.changes[folder.configUri] ?? [])).toBe(NOTED.replace(NAME, '定稿.txt'));
  });

  it.each([
    ['nothing is said of it', null, '定稿.txt'],
    ['the file is damaged', DAMAGED, '定稿.txt'],
    ['it moves to another folder', NOTED, '公布/定稿.txt'],
    ['something is said of the new name', NOTED.replace('"files": {', '"files": { "定稿.txt": { "off": ["term"] },'), '定稿.txt'],
  ])('leaves .gouji.json alone where %s', async (_, suppressions, name) => {
    const client = await start({ capabilities: PULLING });
    expect(await client.request('workspace/willRenameFiles', renaming(folderWith(suppressions), name))).toBeNull();
  });
});

describe('an editor that does not read for the server', () => {
  it('sees what the file on disk leaves', async () => {
    const { uri } = folderWith(SILENCED);
    const client = await start({ capabilities: PULLING });
    client.open(uri, TEXT);
    expect(await rulesOf(client, uri)).toEqual([]);
    change(client, uri, 2, TEXT.replace('2\t1\t0', '3\t1\t0'));
    const [back] = (await pull(client, uri)).items;
    expect(back?.message).toContain('由 2 改为 3');
  });

  it('sees no hint of a sum it was told to leave alone', async () => {
    const broken = draft({ 'applications/granted/total': '99' });
    const [rule] = checked(broken).findings.map((finding) => finding.rule);
    const folder = folderWith(null);
    const client = await start({ capabilities: PULLING });
    client.open(folder.uri, broken);
    const hints = () => client.request<readonly unknown[]>('textDocument/inlayHint', { textDocument: { uri: folder.uri }, range: EVERYTHING });
    expect(await hints()).not.toEqual([]);
    folder.write(written(null, changeOf(broken, rule ?? '', null)));
    expect(await hints()).toEqual([]);
  });

  it('hears of changes by looking, where it is not told of them', async () => {
    const folder = folderWith(null);
    const client = await start({ capabilities: PULLING });
    client.open(folder.uri, TEXT);
    expect(await rulesOf(client, folder.uri)).toEqual([RULE]);
    folder.write(NOTED);
    expect((await pull(client, folder.uri)).items).toMatchObject([{ code: RULE, severity: 3 }]);
    rmSync(path.join(folder.path, '.gouji.json'));
    expect((await pull(client, folder.uri)).items).toMatchObject([{ code: RULE, severity: 2 }]);
  });

  it('asks to be told where that is possible, and has the client ask again', async () => {
    const folder = folderWith(null);
    const registered: unknown[] = [];
    let refreshed: () => void = () => undefined;
    const refresh = new Promise<void>((resolve) => (refreshed = resolve));
    const client = await start({ capabilities: WATCHING }, (prepared) => {
      prepared.respondTo('client/registerCapability', (params) => (registered.push(params), null));
      prepared.respondTo('workspace/diagnostic/refresh', () => (refreshed(), null));
    });
    client.open(folder.uri, TEXT);
    expect(await rulesOf(client, folder.uri)).toEqual([RULE]);
    expect(JSON.stringify(registered)).toContain('**/.gouji.json');
    folder.write(SILENCED);
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: folder.configUri, type: 1 }] });
    await refresh;
    expect(await rulesOf(client, folder.uri)).toEqual([]);
  });

  it('is pushed the same', async () => {
    const { uri } = folderWith(SILENCED);
    const client = await start({});
    client.open(uri, TEXT);
    const { diagnostics } = await client.notification<Published>('textDocument/publishDiagnostics', (params) => params.uri === uri);
    expect(diagnostics).toEqual([]);
  });

  it('finds nothing beside a draft that was never saved', async () => {
    const client = await start({ capabilities: WATCHING });
    // The second has a name that it is to be saved under, which is not yet a file.
    for (const uri of ['untitled:Untitled-1', folderWith(SILENCED).uri.replace('file:', 'untitled:')]) {
      client.open(uri, TEXT);
      expect(await rulesOf(client, uri)).toEqual([RULE]);
      expect(await suppressionItems(client, uri)).toEqual([]);
    }
  });
});

describe('a damaged file', () => {
  it('is told of once and shown in its place, changes nothing, and is not written', async () => {
    const folder = folderWith(DAMAGED);
    const client = await start({ capabilities: { ...PULLING, workspace: EDITING } });
    client.open(folder.uri, TEXT);
    expect(await rulesOf(client, folder.uri)).toEqual([RULE]);
    const shown = await client.notification<Published>('textDocument/publishDiagnostics');
    expect(shown).toMatchObject({ uri: folder.configUri, diagnostics: [{ range: { start: { line: 2, character: 0 } }, severity: 2 }] });
    const { message } = await client.notification<{ readonly message: string }>('window/showMessage');
    expect(message).toContain('第3行第1列');
    expect(await suppressionItems(client, folder.uri)).toEqual([]);
    folder.write(DAMAGED);
    change(client, folder.uri, 2, `${TEXT}\n`);
    expect(await rulesOf(client, folder.uri)).toEqual([RULE]);
    expect(client.seen('window/showMessage')).toEqual([]);
    folder.write(SILENCED);
    expect(await rulesOf(client, folder.uri)).toEqual([]);
    expect(await client.notification<Published>('textDocument/publishDiagnostics', ({ diagnostics }) => diagnostics.length === 0)).toMatchObject({
      uri: folder.configUri,
    });
  });

  it('that never ends, or is a pipe nobody writes to, holds nothing up', async () => {
    const [endless, pipe] = [folderWith(null), folderWith(null)];
    symlinkSync('/dev/zero', path.join(endless.path, '.gouji.json'));
    execFileSync('mkfifo', [path.join(pipe.path, '.gouji.json')]);
    const client = await start({ capabilities: PULLING });
    for (const { uri } of [endless, pipe]) {
      client.open(uri, TEXT);
      expect(await rulesOf(client, uri)).toEqual([RULE]);
    }
    const { message } = await client.notification<{ readonly message: string }>('window/showMessage');
    expect(message).toContain('超过 1024 KB');
  });
});

describe('the fixes that write beside the draft', () => {
  it('come last, are never preferred, and make the file where there is none', async () => {
    const folder = folderWith(null);
    const client = await start({ capabilities: { ...PULLING, workspace: EDITING } });
    client.open(folder.uri, TEXT);
    const actions = await suppressionItems(client, folder.uri);
    expect(actions.map(({ title, isPreferred }) => [title, isPreferred])).toEqual([
      ['填写核实说明…（记入 .gouji.json）', false],
      ['不再提示此处（记入 .gouji.json）', false],
      [`本文稿不再检查“${ruleName(RULE)}”（记入 .gouji.json）`, false],
    ]);
    for (const { edit } of actions) {
      const [create, edits] = edit?.documentChanges ?? [];
      expect(create).toMatchObject({ kind: 'create', uri: folder.configUri });
      expect(edits?.textDocument).toEqual({ uri: folder.configUri, version: null });
      folder.write(edited('', edits?.edits ?? []));
      // A note that is still to be written answers nothing.
      expect(await rulesOf(client, folder.uri)).toEqual(edit === actions[0]?.edit ? [RULE] : []);
    }
  });

  it('keep what stands in the file, also in the plain form of an edit', async () => {
    const before = '{"version": 1, "files": {"别的.txt": {"off": ["term"]}}}';
    const folder = folderWith(before);
    const client = await start({ capabilities: PULLING });
    client.open(folder.uri, TEXT);
    const silence = (await suppressionItems(client, folder.uri)).find(({ title }) => title.startsWith('不再'));
    const after = edited(before, silence?.edit?.changes?.[folder.configUri] ?? []);
    expect(JSON.parse(after).files['别的.txt']).toEqual({ off: ['term'] });
    folder.write(after);
    expect(await rulesOf(client, folder.uri)).toEqual([]);
  });

  it('make the file by an edit alone where the client knows no such operation', async () => {
    const folder = folderWith(null);
    const client = await start({ capabilities: PULLING });
    client.open(folder.uri, TEXT);
    const silence = (await suppressionItems(client, folder.uri)).find(({ title }) => title.startsWith('不再'));
    expect(silence?.edit?.documentChanges).toBeUndefined();
    folder.write(edited('', silence?.edit?.changes?.[folder.configUri] ?? []));
    expect(await rulesOf(client, folder.uri)).toEqual([]);
  });
});

describe('our own client', () => {
  it('reads for the server, from any file system, and is given a command instead of an edit', async () => {
    const uri = 'vscode-vfs://github/青禾/%E9%9D%92%E7%A6%BE%E5%8E%BF.nb.txt';
    const configUri = 'vscode-vfs://github/青禾/.gouji.json';
    let file: string | null = null;
    const client = await start({ capabilities: WATCHING, initializationOptions: { suppressions: true } }, (prepared) =>
      prepared.respondTo('gouji/readText', (params) => ({ text: (params as { uri: string }).uri === configUri ? file : 'elsewhere' })),
    );
    client.open(uri, TEXT);
    const [note, silence] = await suppressionItems(client, uri);
    expect(note?.edit ?? silence?.edit).toBeUndefined();
    const argument = note?.command?.arguments[0];
    expect([note?.command?.command, argument?.configUri]).toEqual(['gouji.writeSuppression', configUri]);
    expect(argument?.ask).toMatchObject({ note: '' });
    const rewritten = await client.request<{ readonly text: string }>('gouji/rewriteSuppressions', {
      textDocument: { uri },
      text: null,
      change: argument?.change,
      note: '以旧文件计',
    });
    file = rewritten.text;
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: configUri, type: 2 }] });
    expect((await pull(client, uri)).items).toMatchObject([{ code: RULE, severity: 3 }]);
    const [again] = await suppressionItems(client, uri);
    expect(again?.title).toBe('修改核实说明…（记入 .gouji.json）');
    expect(again?.command?.arguments[0]?.ask).toMatchObject({ note: '以旧文件计' });
    expect(await client.request('gouji/rewriteSuppressions', { textDocument: { uri }, text: '{', change: argument?.change, note: null })).toHaveProperty(
      'problem',
    );
    expect(await client.request('gouji/rewriteSuppressions', { textDocument: { uri }, text: null, change: { kind: 'none' }, note: null })).toBeNull();
  });
});

describe('what was silenced', () => {
  const uri = 'vscode-vfs://github/青禾/%E9%9D%92%E7%A6%BE%E5%8E%BF.nb.txt';
  const mistaken = draft({ 'issued/normative/effective': '0', 'applications/granted/total': '99' });

  /** Our own client on `text`, with a file it writes as the command does. */
  async function ownClient(text: string, file: string | null = null) {
    let current = file;
    const client = await start({ capabilities: WATCHING, initializationOptions: { suppressions: true, status: true } }, (prepared) =>
      prepared.respondTo('gouji/readText', () => ({ text: current })),
    );
    client.open(uri, text);
    const write = async (changed: unknown) => {
      const written = await client.request<{ readonly text: string }>('gouji/rewriteSuppressions', {
        textDocument: { uri },
        text: current,
        change: changed,
        note: null,
      });
      current = written.text;
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'vscode-vfs://github/青禾/.gouji.json', type: 2 }] });
      return client.request<{ readonly entries: readonly { readonly rule: string; readonly text: string | null; readonly change: unknown }[] }>(
        'gouji/silenced',
        { textDocument: { uri } },
      );
    };
    const counted = (silenced: number) => client.notification<{ readonly silenced: number }>('gouji/status', (status) => status.silenced === silenced);
    return { client, write, counted };
  }

  it('is counted, listed and taken back', async () => {
    const { client, write, counted } = await ownClient(mistaken);
    const actions = (
      await client.request<readonly Action[]>('textDocument/codeAction', { textDocument: { uri }, range: EVERYTHING, context: { diagnostics: [] } })
    ).flatMap(({ command }) => command?.arguments ?? []);
    const silencing = actions.flatMap(({ change, silences }) => (silences === null ? [] : [{ change, ...silences }]));
    // Each of the two findings, alone and with its rule.
    expect(silencing.map(({ isError }) => isError).toSorted()).toEqual([false, false, true, true]);
    const before = await rulesOf(client, uri);
    for (const { change, message, undo } of silencing) {
      const { entries } = await write(change);
      expect(await rulesOf(client, uri)).toHaveLength(before.length - 1);
      await counted(1);
      expect(entries.map(({ rule, text }) => text ?? ruleName(rule))).toEqual([message]);
      expect(entries.map((entry) => entry.change)).toEqual([undo]);
      expect((await write(undo)).entries).toEqual([]);
      expect(await rulesOf(client, uri)).toEqual(before);
      await counted(0);
    }
  });

  it('gives way to the note that stood there before', async () => {
    const noted = written(null, changeOf(TEXT, RULE, '以旧文件计'));
    const { client, write } = await ownClient(TEXT, noted);
    const silence = (await suppressionItems(client, uri)).find(({ title }) => title.startsWith('不再'))?.command?.arguments[0];
    await write(silence?.change);
    expect(await rulesOf(client, uri)).toEqual([]);
    await write(silence?.silences?.undo);
    expect((await pull(client, uri)).items).toMatchObject([{ code: RULE, severity: 3, message: expect.stringContaining('以旧文件计') as unknown }]);
  });
});

it("last year's figures are taken out of its report and written down", async () => {
  const folder = folderWith(SILENCED);
  const client = await start({ capabilities: PULLING });
  client.open(folder.uri, TEXT);
  const textDocument = { uri: folder.uri };
  const last = draft({}).replaceAll('2023年', '2022年');
  const found = await client.request<{ readonly kind: string; readonly change: unknown }>('gouji/previous', { textDocument, text: last, path: '2022.txt' });
  expect(found).toMatchObject({ kind: 'found', total: 1, inDoubt: false });
  const { text } = await client.request<{ readonly text: string }>('gouji/rewriteSuppressions', {
    textDocument,
    text: SILENCED,
    change: found.change,
    note: null,
  });
  const wrong = draft({ 'applications/carried-in/natural': '3', 'applications/carried-in/total': '3' });
  folder.write(text);
  change(client, folder.uri, 2, wrong);
  const { items } = await pull(client, folder.uri);
  expect(JSON.stringify(items.find(({ code }) => code === 'unbalanced'))).toContain('上年年报的结转下年度');
  // 15 in force, 2 made and 1 repealed, and still 15.
  expect(items.map(({ code }) => code)).toEqual(['stock-chain', 'unbalanced']);
  client.open('file:///no-report.txt', '会议通知', 'plaintext');
  expect(await client.request('gouji/previous', { textDocument: { uri: 'file:///no-report.txt' }, text: last, path: '' })).toBeNull();
});

it("last year's report is held against this year's, both places named, and told of when it changes", async () => {
  const kept = { 'applications/carried-out/natural': 40, 'applications/carried-out/total': 40 };
  const folder = folderWith(JSON.stringify({ version: 1, files: { [NAME]: { previous: { path: '上年.txt', cells: kept } } } }));
  const file = path.join(folder.path, '上年.txt');
  const last = (count: string) => draft({ 'applications/carried-out/natural': count, 'applications/carried-out/total': count });
  writeFileSync(file, last('40'));
  const client = await start({ capabilities: PULLING });
  client.open(folder.uri, draft({}));
  const [finding] = (await pull(client, folder.uri)).items;
  expect(finding).toMatchObject({ code: 'carry-over', severity: 1, relatedInformation: [{ location: { uri: pathToFileURL(file).href } }, {}] });
  writeFileSync(file, last('7'));
  change(client, folder.uri, 2, draft({}));
  expect((await pull(client, folder.uri)).items.map(({ code }) => code).toSorted()).toEqual(['carry-over', 'previous-changed']);
});

it('every entrance finds the same with the same file', async () => {
  const text = draft({ 'issued/normative/effective': '0', 'applications/new/total': '17', 'licensing/licences/decisions': '' });
  const changes = [changeOf(text, RULE, '以旧文件计'), changeOf(text, 'wrong-cell', null)];
  const folder = folderWith(written(null, ...changes));
  writeFileSync(path.join(folder.path, NAME), text);
  const client = await start({ capabilities: PULLING });
  client.open(folder.uri, text);
  const inEditor = (await pull(client, folder.uri)).items.map(({ code, message, range }) => ({ rule: code, message, range }));
  const { stdout } = await gouji({ cwd: folder.path }, 'check', NAME);
  const onCommandLine = checkLines(stdout)[0]?.findings.map(({ rule, message, range }) => ({ rule, message, range }));
  expect(inEditor).toEqual(onCommandLine);
  expect(inEditor.map(({ rule }) => rule)).toEqual([RULE, 'cell-blank']);
});

describe("last year's report where only the client can read", () => {
  const folder = 'vscode-vfs://github/青禾/';
  const uri = `${folder}%E9%9D%92%E7%A6%BE%E5%8E%BF.nb.txt`;
  const [configUri, lastUri] = [`${folder}.gouji.json`, `${folder}2022.txt`].map((each) => encodeURI(each));
  const kept = { 'applications/carried-out/natural': 40, 'applications/carried-out/total': 40 };
  const carried = (count: string) =>
    draft({ 'applications/carried-out/natural': count, 'applications/carried-out/total': count }).replaceAll('2023年', '2022年');

  it('is compared, both places are named, and a change since is told', async () => {
    const files: Record<string, string | null> = {
      [configUri ?? '']: JSON.stringify({ version: 1, files: { '青禾县.nb.txt': { previous: { path: '2022.txt', cells: kept } } } }),
      [lastUri ?? '']: carried('40'),
    };
    const asked: string[] = [];
    const registered: unknown[] = [];
    const client = await start({ capabilities: WATCHING, initializationOptions: { suppressions: true } }, (prepared) => {
      prepared.respondTo('client/registerCapability', (params) => (registered.push(params), null));
      prepared.respondTo('gouji/readText', (params) => {
        const wanted = encodeURI(decodeURI((params as { uri: string }).uri));
        asked.push(wanted);
        return { text: files[wanted] ?? null };
      });
    });
    client.open(uri, draft({}));
    const [broken, ...others] = (await pull(client, uri)).items;
    expect(others).toEqual([]);
    expect(broken).toMatchObject({ code: 'carry-over', severity: 1 });
    expect(broken?.message).toContain('2022.txt');
    // The place in last year's report, in its own file.
    const [place] =
      (broken as unknown as { readonly relatedInformation?: readonly { readonly location: { readonly uri: string } }[] }).relatedInformation ?? [];
    expect(encodeURI(decodeURI(place?.location.uri ?? ''))).toBe(lastUri);
    expect(asked).toContain(lastUri);
    expect(JSON.stringify(registered)).toContain('**/2022.txt');
    files[lastUri ?? ''] = carried('39');
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: lastUri, type: 2 }] });
    expect((await rulesOf(client, uri)).toSorted()).toEqual(['carry-over', 'previous-changed']);
  });
});

describe('the .gouji.json of a folder above, within the workspace', () => {
  it('sets levels and leaves drafts out, and is followed', async () => {
    const folder = folderWith(null);
    const above = path.dirname(folder.path);
    const client = await start({ capabilities: PULLING, workspaceFolders: [{ uri: pathToFileURL(above).href, name: 'w' }] });
    client.open(folder.uri, TEXT);
    expect((await pull(client, folder.uri)).items).toMatchObject([{ code: RULE, severity: 2 }]);
    folder.write('{"version": 1, "rules": {"stock-below-flow": "error"}}');
    expect((await pull(client, folder.uri)).items).toMatchObject([{ code: RULE, severity: 1 }]);
    folder.write(`{"version": 1, "exclude": ["${NAME}"]}`);
    expect((await pull(client, folder.uri)).items).toEqual([]);
  });

  it('is not looked for above the workspace', async () => {
    const folder = folderWith('{"version": 1, "rules": {"stock-below-flow": "off"}}');
    mkdirSync(path.join(folder.path, '县'));
    writeFileSync(path.join(folder.path, '县', NAME), TEXT);
    const uri = pathToFileURL(path.join(folder.path, '县', NAME)).href;
    const inner = await start({ capabilities: PULLING, workspaceFolders: [{ uri: pathToFileURL(path.join(folder.path, '县')).href, name: 'w' }] });
    inner.open(uri, TEXT);
    expect(await rulesOf(inner, uri)).toEqual([RULE]);
    const outer = await start({ capabilities: PULLING, workspaceFolders: [{ uri: pathToFileURL(folder.path).href, name: 'w' }] });
    outer.open(uri, TEXT);
    expect(await rulesOf(outer, uri)).toEqual([]);
  });
});
