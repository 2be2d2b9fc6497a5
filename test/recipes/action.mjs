// Runs action.yml as a workflow would: its steps are read as YAML and run as the runner does, a script of its own for each,
// `bash -eo pipefail`, expressions put in, folders apart.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { must } from './package.mjs';

/** The one step that needs a network; what it fetches is linked instead. */
const FETCHES = 'npm ci';
const EXPRESSION = /\$\{\{ *([\w.-]+) *\}\}/gu;

/**
 * Checks the action out into `actionPath`.
 * @returns {(workspace: string, inputs: Record<string, string>) => { status: number, stdout: string }} of the last step run
 */
export function runnerOf(root, actionPath, env) {
  checkOut(root, actionPath);
  const action = parse(readFileSync(path.join(actionPath, 'action.yml'), 'utf8'));
  if (action.runs.using !== 'composite' || !action.runs.steps.some(({ run }) => run === FETCHES)) throw new Error('not the action we know');
  return (workspace, inputs) => {
    const values = valuesOf(action, actionPath, inputs);
    let result = { status: 0, stdout: '' };
    for (const step of action.runs.steps) {
      if (step.run === FETCHES) continue;
      result = runStep(step, { values, workspace, env, script: path.join(path.dirname(actionPath), 'step.sh') });
      if (result.status !== 0) break;
    }
    return result;
  };
}

/** What git has, as `uses:` brings it. */
function checkOut(root, actionPath) {
  const { stdout } = must(spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }));
  mkdirSync(actionPath);
  for (const name of stdout.split('\0').filter((each) => each !== '')) cpSync(path.join(root, name), path.join(actionPath, name));
  symlinkSync(path.join(root, 'node_modules'), path.join(actionPath, 'node_modules'));
}

function valuesOf(action, actionPath, given) {
  const values = new Map([['github.action_path', actionPath]]);
  for (const [name, input] of Object.entries(action.inputs)) values.set(`inputs.${name}`, given[name] ?? input.default);
  return values;
}

function runStep(step, { values, workspace, env, script }) {
  const put = (text) =>
    text.replaceAll(EXPRESSION, (whole, name) => {
      if (!values.has(name)) throw new Error(`unknown: ${whole}`);
      return values.get(name);
    });
  if (step.shell !== 'bash') throw new Error('a step of a composite action names its shell');
  writeFileSync(script, put(step.run));
  const own = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, put(value)]));
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
    cwd: put(step['working-directory'] ?? workspace),
    env: { ...env, CI: 'true', GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace, ...own },
    encoding: 'utf8',
  });
}
