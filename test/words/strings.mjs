// Every string a person reads, as far as files hold it: what findings say and offer (the `! ` lines of the fixtures), the
// client's words, the manifest's, and the pages of the rules.

import { readdirSync, readFileSync } from 'node:fs';

const ROOT = new URL('../../', import.meta.url);
const read = (name) => readFileSync(new URL(name, ROOT), 'utf8');

/** kind: message, title, related, interface, page. */
export function strings() {
  return [...ofFixtures(), ...ofJson('l10n/bundle.l10n.zh-cn.json'), ...ofJson('package.nls.zh-cn.json'), ...ofPages()];
}

function ofFixtures() {
  const files = readdirSync(new URL('test/rules/', ROOT)).filter((name) => name.endsWith('.fail.txt'));
  return files.flatMap((name) =>
    read(`test/rules/${name}`)
      .split('\n')
      .flatMap((line) => said(`test/rules/${name}`, line)),
  );
}

function said(where, line) {
  const message = /^! (?:error|warning|information|hint)(?:, waits)?: (.*)$/u.exec(line)?.[1];
  if (message !== undefined) return [{ kind: 'message', where, text: message }];
  const title = /^! {3}(?:layout|text|value)(?:, preferred)?: (.*?) (?:【|\(no edit\))/u.exec(line)?.[1];
  if (title !== undefined) return [{ kind: 'title', where, text: title }];
  const related = /^! {3}at 【.*?】 (.*)$/u.exec(line)?.[1];
  return related === undefined ? [] : [{ kind: 'related', where, text: related }];
}

function ofJson(name) {
  return Object.values(JSON.parse(read(name))).map((text) => ({ kind: 'interface', where: name, text }));
}

/** Examples and code are the draft's words. */
function ofPages() {
  const files = readdirSync(new URL('server/src/rules/', ROOT)).filter((name) => name.endsWith('.md'));
  return files.flatMap((name) =>
    read(`server/src/rules/${name}`)
      .split('\n')
      .map((line) => ({ kind: 'page', where: `server/src/rules/${name}`, text: line.replaceAll(/`[^`]*`/gu, '') })),
  );
}
