// Commands that a document promises to work: shell blocks behind `<!-- run -->`, with what is expected of them.

import { parse } from 'yaml';

/**
 * `run`, `run: status 1`, `run: file PATH`; the blocks of one page are run in its order, in one folder. `run: on request NAME` is
 * left out unless its name is given.
 */
const RUN = /<!-- run(?:: ([^>]+?))? -->\n```sh\n([\s\S]*?)```/gu;
const YAML = /```yaml\n([\s\S]*?)```/gu;
/** A step of a workflow, of GitHub's or GitLab's; the entry of a pre-commit hook is a command without its files. */
const STEP = /^\s*(?:- run: |- )(npx .*)$/gmu;

/** @returns {{ script: string, status: number, file: string | null, request: string | null }[]} */
export function blocksOf(document) {
  return [...document.matchAll(RUN)].map(([, expected = 'status 0', script]) => {
    const [, kind, value] = /^(status|file|on request) (\S+)$/u.exec(expected) ?? [];
    if (kind === undefined) throw new Error(`not understood: ${expected}`);
    return { script, status: kind === 'status' ? Number(value) : 0, file: kind === 'file' ? value : null, request: kind === 'on request' ? value : null };
  });
}

/** The one block of SQL of a page. */
export function queryOf(document) {
  return /```sql\n([\s\S]*?)```/u.exec(document)?.[1] ?? '';
}

/** Commands inside YAML that are in no shell block which is run; throws where a block is no YAML. */
export function untestedSteps(document) {
  const tested = new Set(blocksOf(document).flatMap(({ script }) => script.split('\n')));
  const blocks = [...document.matchAll(YAML)].map(([, yaml]) => yaml);
  for (const yaml of blocks) parse(yaml);
  const steps = blocks.flatMap((yaml) => [...yaml.matchAll(STEP)].map(([, command]) => command));
  return steps.filter((command) => !tested.has(command));
}
