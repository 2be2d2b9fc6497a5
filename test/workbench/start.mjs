// `npm start`: builds the extension and opens a real VS Code on draft reports.
//
//   node test/workbench/start.mjs [folder] [--desktop] [--port N] [--no-open] [--locale zh-cn|en]

import { spawnSync } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { firstReport } from './first-report.mjs';
import { serveWorkbench } from './host.mjs';
import { openBrowser, openDesktop } from './launch.mjs';
import { scratchCopy } from './scratch.mjs';

const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const PREFERRED_PORT = 3999;
/** Of the samples, the one with a single changed number opens: it shows at once what all this is for. */
const OPENED_SAMPLE = '青石县';

const WRONG_USAGE = 2;

await main();

async function main() {
  const options = readArguments();
  if (options === undefined) return leave(usage(), WRONG_USAGE);
  if (options.folder !== undefined && !(await isFolder(options.folder))) {
    return leave(`没有这个文件夹 / No such folder: ${options.folder}`, WRONG_USAGE);
  }
  if (spawnSync(process.execPath, ['esbuild.mjs'], { cwd: projectRoot, stdio: 'inherit' }).status !== 0) {
    return leave('扩展构建失败，请先运行 npm ci / The build failed; run npm ci first', 1);
  }
  const opened = options.folder === undefined ? await samples() : { folder: options.folder, remove: async () => undefined };
  if (options.desktop) return startDesktop(opened);
  return startInBrowser(opened, options);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        desktop: { type: 'boolean', default: false },
        port: { type: 'string', default: String(PREFERRED_PORT) },
        'no-open': { type: 'boolean', default: false },
        locale: { type: 'string' },
      },
    });
    const port = Number(values.port);
    if (positionals.length > 1 || !Number.isInteger(port) || port < 0 || port > 65_535) return undefined;
    const folder = positionals[0] === undefined ? undefined : path.resolve(positionals[0]);
    return { folder, desktop: values.desktop, port, open: !values['no-open'], locale: values.locale };
  } catch {
    return undefined;
  }
}

function usage() {
  return `用法 / Usage: npm start -- [文件夹 folder] [--desktop] [--port N] [--no-open] [--locale zh-cn|en]`;
}

function leave(message, status) {
  console.error(message);
  process.exitCode = status;
}

async function isFolder(folder) {
  return stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

async function samples() {
  return scratchCopy(path.join(projectRoot, 'test/samples'));
}

async function startDesktop(opened) {
  if (openDesktop(projectRoot, opened.folder)) {
    console.log(`已在桌面版 VS Code 中打开 / Opened in the desktop VS Code: ${opened.folder}`);
    return;
  }
  await opened.remove();
  leave(
    '没有找到 code 命令。请在 VS Code 中运行“Shell 命令: 在 PATH 中安装 code 命令”，或去掉 --desktop 在浏览器中打开。\n' +
      'There is no `code` command. Install it from within VS Code, or leave out --desktop to use the browser.',
    WRONG_USAGE,
  );
}

async function startInBrowser(opened, options) {
  const { port, open, locale } = options;
  const sample = options.folder === undefined ? (await readdir(opened.folder)).find((name) => name.startsWith(OPENED_SAMPLE)) : undefined;
  const first = sample ?? (await firstReport(opened.folder, path.join(projectRoot, 'dist/cli.js')));
  const host = await serveWorkbench({
    folder: opened.folder,
    port,
    open: first === undefined ? [] : [first],
    ...(locale === undefined ? {} : { locale }),
  });
  if (port !== 0 && host.port !== port) {
    console.log(`端口 ${port} 已被占用，改用 ${host.port} / Port ${port} is taken, using ${host.port}`);
  }
  console.log(`文件夹 / Folder: ${opened.folder}`);
  console.log(`请在浏览器中打开 / Open in a browser:\n\n  ${host.url}\n\n按 Ctrl+C 结束 / Ctrl+C ends it`);
  console.log(
    `若浏览器打不开这个地址，请改用下面的地址；那里不能用版式视图\nIf the browser does not find it, use this address, where the form view does not work:\n\n  ${host.numericUrl}\n`,
  );
  if (open) openBrowser(host.url);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => void stop(host, opened));
  }
}

/** A scratch copy that was written to may hold work worth keeping; an untouched one is litter. */
async function stop(host, opened) {
  await host.close();
  if (host.written()) console.log(`\n改动保存在 / Changes are kept in: ${opened.folder}`);
  else await opened.remove();
  process.exit(0);
}
