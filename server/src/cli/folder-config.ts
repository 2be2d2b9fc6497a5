// What the `.gouji.json` beside a file and those of the folders above say, each read once.

import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { inheritSettings, NO_FOLDER_SETTINGS, type InheritedSettings } from '../suppressions/folder-settings.ts';
import { readSuppressions, CONFIG_TOO_LONG, type SuppressionsReading } from '../suppressions/read-config.ts';
import { fileKey, NO_SUPPRESSIONS, CONFIG_FILE, type FileSuppressions } from '../suppressions/suppression.ts';
import { MAX_CONFIG_BYTES } from '../text/limits.ts';
import { readUtf8 } from '../text/utf8.ts';
import { visible } from './escape.ts';
import { errorCode, whyNot } from './system-errors.ts';
import { readBeside } from './file-content.ts';
import { MAX_FOLDERS } from './limits.ts';

export interface FolderConfig {
  readonly suppressions: FileSuppressions;
  /** Levels and exclusions of this folder and of those above, up to the one that was named. */
  readonly inherited: InheritedSettings;
  /** A note that says what is wrong with one of the files, or null; that one says nothing then. */
  readonly problem: string | null;
}

/** `path` as it is shown, `file` where it is, `top` the folder that ends the inheritance. */
export type ConfigReader = (file: { readonly path: string; readonly file: string; readonly top: string }) => FolderConfig;

export function createConfigReader(): ConfigReader {
  const folders = new Map<string, SuppressionsReading | { readonly problem: string }>();

  function readingOf(folder: string): SuppressionsReading | { readonly problem: string } {
    const reading = folders.get(folder) ?? readFolder(folder);
    if (folders.size >= MAX_FOLDERS) folders.clear();
    folders.set(folder, reading);
    return reading;
  }

  return ({ path, file, top }) => {
    const around = foldersAround(file, top).map((folder) => ({ folder, reading: readingOf(folder) }));
    const own = around[0]?.reading;
    const damaged = around.find(({ reading }) => 'problem' in reading);
    return {
      suppressions: (own !== undefined && 'suppressions' in own && own.suppressions.get(fileKey(basename(file)))) || NO_SUPPRESSIONS,
      inherited: inheritSettings(
        around.map(({ folder, reading }) => ({
          settings: 'suppressions' in reading ? reading.folder : NO_FOLDER_SETTINGS,
          path: relative(folder, file).split(sep).join('/'),
        })),
      ),
      problem:
        damaged !== undefined && 'problem' in damaged.reading
          ? `${visible(join(dirname(path), relative(dirname(file), damaged.folder), CONFIG_FILE))}：格式有误，无法读取，未生效。${damaged.reading.problem}`
          : null,
    };
  };
}

/** From the file's own folder up to `top`; the own one alone where the file does not lie below it. */
function foldersAround(file: string, top: string): readonly string[] {
  const own = dirname(file);
  const down = relative(top, own);
  if (down === '' || down.startsWith('..') || isAbsolute(down)) return [own];
  const names = down.split(sep).slice(0, MAX_FOLDERS);
  return [...names.keys()].map((index) => join(top, ...names.slice(0, names.length - index))).concat(top);
}

function readFolder(folder: string): SuppressionsReading | { readonly problem: string } {
  try {
    const bytes = readBeside(join(folder, CONFIG_FILE), MAX_CONFIG_BYTES);
    if (bytes === null) return { problem: CONFIG_TOO_LONG };
    const file = readUtf8(bytes);
    return 'problem' in file ? file : readSuppressions(file.text);
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? { suppressions: new Map(), folder: NO_FOLDER_SETTINGS } : { problem: whyNot(error) };
  }
}
