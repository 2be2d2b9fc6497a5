// Cache of `.gouji.json` by folder: read once, and again when it changes.

import type { ClientCapabilities, Connection } from 'vscode-languageserver';
import { readSuppressions, type SuppressionsReading } from '../suppressions/read-config.ts';
import { fileKey, NO_SUPPRESSIONS, CONFIG_FILE, type FileSuppressions } from '../suppressions/suppression.ts';
import { inheritSettings, NO_FOLDER_SETTINGS, type InheritedSettings } from '../suppressions/folder-settings.ts';
import { configUrisAround, siblingConfigUri, isConfigUri, pathBelow, type SiblingConfig } from './sibling-config-uri.ts';
import { createLinkedReports } from './linked-reports.ts';
import type { Documents } from './documents.ts';
import { unawaited } from './guard.ts';
import { DidChangeWatchedFilesNotification, DiagnosticSeverity, MessageType, ShowMessageNotification } from './library.ts';
import { MAX_FOLDERS } from './limits.ts';
import { READ_TEXT_METHOD, type FileText, type InitializationOptions } from '../protocol/requests.ts';
import type { Runtime, RuntimeFiles } from './runtime.ts';
import { SOURCE } from '../features/to-diagnostic.ts';

export interface SuppressionsStore {
  /** To be awaited before `of`: reads what has changed. */
  readonly load: (uri: string) => Promise<void>;
  /** The same object until the file changes; nothing where there is none, or a damaged one. */
  readonly of: (uri: string) => FileSuppressions;
  /** Levels and exclusions of the folders around the document; the same object until one of the files changes. */
  readonly inherited: (uri: string) => InheritedSettings;
  /** Where to write: null where it cannot be, since the document lies in no folder or the file is damaged. */
  readonly placeOf: (uri: string) => (SiblingConfig & { readonly text: string | null }) | null;
  /** Calls `changed` whenever a file has changed. */
  readonly listen: (changed: () => void) => void;
}

interface Folder {
  readonly stamp: string | null;
  readonly text: string | null;
  readonly reading: SuppressionsReading;
}

interface StoreContext {
  readonly connection: Connection;
  readonly runtime: Runtime;
  readonly documents: Documents;
  readonly capabilities: ClientCapabilities;
  readonly options: InitializationOptions;
  /** The folders of the workspace, as URIs: nothing is inherited from above them. */
  readonly roots: () => readonly string[];
}

/** What a folder without the file says. */
const NOT_READ: Folder = { stamp: null, text: null, reading: { suppressions: new Map(), folder: NO_FOLDER_SETTINGS } };
const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function createSuppressionsStore({ connection, runtime, documents, capabilities, options, roots }: StoreContext): SuppressionsStore {
  const files = options.suppressions === true ? throughClient(connection) : runtime.files;
  const isWatched = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  const folders = new Map<string, Promise<Folder>>();
  const read = new Map<string, Folder>();
  const settingsOf = new Map<string, { readonly of: readonly Folder[]; readonly inherited: InheritedSettings }>();
  const watched = new Set<string>();
  const configDiagnostics = createConfigDiagnostics(connection);
  const linkedReports = createLinkedReports(
    [runtime.files, files].filter((each) => each !== undefined),
    watch,
  );

  /** Last year's report, wherever it lies, by its name: patterns cannot name a file of any file system. */
  function watch(file: string): void {
    const name = plainName(file);
    if (!isWatched || watched.has(name) || watched.size >= MAX_FOLDERS) return;
    watched.add(name);
    unawaited(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: `**/${name}` }] }));
  }

  async function load(uri: string): Promise<void> {
    await Promise.all(configUrisAround(uri, roots()).map(loadFolder));
    await linkedReports.load(uri, kept(uri));
  }

  async function loadFolder(configUri: string): Promise<void> {
    if (files === undefined) return;
    const known = folders.get(configUri);
    // Not every client tells of changes, nor every one that promises to, in time: looking is cheap.
    if (known !== undefined && files.stamp(configUri) !== (await known).stamp && folders.get(configUri) === known) folders.delete(configUri);
    const current = folders.get(configUri) ?? readFolder(files, configUri);
    folders.set(configUri, current);
    makeRoom(configUri);
    const folder = await current;
    if (folders.get(configUri) !== current || read.get(configUri) === folder) return;
    read.set(configUri, folder);
    configDiagnostics.publish(configUri, folder.reading);
  }

  function isInUse(configUri: string): boolean {
    return documents.all().some((document) => configUrisAround(document.uri, roots()).includes(configUri));
  }

  function forget(configUri: string): void {
    folders.delete(configUri);
    read.delete(configUri);
    configDiagnostics.withdraw(configUri);
  }

  /** Whoever checks a whole tree of folders asks for each once. */
  function makeRoom(current: string): void {
    if (folders.size <= MAX_FOLDERS) return;
    const [oldest] = [...folders.keys()].filter((configUri) => configUri !== current && !isInUse(configUri));
    if (oldest !== undefined) forget(oldest);
  }

  function folderOf({ configUri }: SiblingConfig): Folder {
    return read.get(configUri) ?? NOT_READ;
  }

  function of(uri: string): FileSuppressions {
    return linkedReports.of(uri, kept(uri));
  }

  /** What the file says, without what lies behind its links. */
  function kept(uri: string): FileSuppressions {
    const beside = siblingConfigUri(uri);
    const reading = beside === null ? NOT_READ.reading : folderOf(beside).reading;
    return ('suppressions' in reading && reading.suppressions.get(fileKey(beside?.name ?? ''))) || NO_SUPPRESSIONS;
  }

  function inherited(uri: string): InheritedSettings {
    const around = configUrisAround(uri, roots()).map((configUri) => ({ configUri, folder: read.get(configUri) ?? NOT_READ }));
    const known = settingsOf.get(uri);
    if (
      known !== undefined &&
      isSameList(
        known.of,
        around.map(({ folder }) => folder),
      )
    )
      return known.inherited;
    const result = inheritSettings(
      around.map(({ configUri, folder: { reading } }) => ({
        settings: 'suppressions' in reading ? reading.folder : NO_FOLDER_SETTINGS,
        path: pathBelow(configUri, uri),
      })),
    );
    settingsOf.set(uri, { of: around.map(({ folder }) => folder), inherited: result });
    for (const [oldest] of settingsOf) if (settingsOf.size > MAX_FOLDERS) settingsOf.delete(oldest);
    return result;
  }

  function placeOf(uri: string): (SiblingConfig & { readonly text: string | null }) | null {
    const beside = siblingConfigUri(uri);
    if (beside === null || files === undefined) return null;
    const { reading, text } = folderOf(beside);
    return 'problem' in reading ? null : { ...beside, text };
  }

  function listen(changed: () => void): void {
    if (isWatched) unawaited(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: `**/${CONFIG_FILE}` }] }));
    connection.onDidChangeWatchedFiles(({ changes }) => {
      const ours = changes.filter(({ uri }) => isConfigUri(uri));
      for (const { uri } of ours) folders.delete(uri);
      const linked = changes.filter(({ uri }) => linkedReports.changed(uri));
      if (ours.length + linked.length > 0) changed();
    });
    documents.onDidClose(({ document }) => {
      linkedReports.forget(document.uri);
      settingsOf.delete(document.uri);
      for (const configUri of configUrisAround(document.uri, roots())) if (!isInUse(configUri)) forget(configUri);
    });
  }

  return { load, of, inherited, placeOf, listen };
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}

/** The name of a file as a pattern: what patterns take for signs of their own stands for any character. */
function plainName(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name).replaceAll(/[*?[\]{}!\\]/gu, '?');
  } catch {
    return name;
  }
}

async function readFolder(files: RuntimeFiles, configUri: string): Promise<Folder> {
  const stamp = files.stamp(configUri);
  if (stamp === null) return NOT_READ;
  const file = await files.read(configUri);
  if ('problem' in file) return { stamp, text: null, reading: { problem: file.problem, range: START } };
  return { stamp, text: file.text, reading: readSuppressions(file.text ?? '') };
}

/** Our own client reads from any file system, and tells of every change. */
function throughClient(connection: Connection): RuntimeFiles {
  return {
    stamp: () => 'watched',
    read: (uri) => connection.sendRequest<FileText>(READ_TEXT_METHOD, { uri }).catch(() => ({ text: null })),
  };
}

interface ConfigDiagnostics {
  /** Withdraws what was said where the file can be read again. */
  readonly publish: (configUri: string, reading: SuppressionsReading) => void;
  readonly withdraw: (configUri: string) => void;
}

function createConfigDiagnostics(connection: Connection): ConfigDiagnostics {
  const shown = new Set<string>();
  const published = new Map<string, string>();

  function withdraw(uri: string): void {
    if (shown.delete(uri)) unawaited(connection.sendDiagnostics({ uri, diagnostics: [] }));
  }

  function publish(uri: string, reading: SuppressionsReading): void {
    if (!('problem' in reading)) return withdraw(uri);
    const message = `${CONFIG_FILE} 格式有误，无法读取，暂不生效，全部问题照常显示。该文件未作改动。${reading.problem}。`;
    shown.add(uri);
    unawaited(connection.sendDiagnostics({ uri, diagnostics: [{ range: reading.range, severity: DiagnosticSeverity.Warning, source: SOURCE, message }] }));
    if (published.get(uri) === message) return;
    published.set(uri, message);
    // Not a request, as the connection's own helper would make it: nothing is to be chosen, nobody has to answer.
    unawaited(connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }));
  }

  return { publish: publish, withdraw };
}
