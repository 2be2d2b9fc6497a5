// Slurm of one node for the recipe in docs/scale.md: Debian's slurm-wlm and munge, with everything they write in a scratch folder.

import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const KEY_BYTES = 128;
const ATTEMPTS = 60;
const PAUSE_MS = 500;
const PORTS = { SlurmctldPort: 46817, SlurmdPort: 46818 };

/** Throws where a program is missing or does not come up; `env` is for those who send jobs. */
export async function startSlurm(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const at = (name) => path.join(folder, name);
  writeFileSync(at('munge.key'), randomBytes(KEY_BYTES), { mode: 0o600 });
  for (const name of ['state', 'spool']) mkdirSync(at(name), { recursive: true });
  writeFileSync(at('slurm.conf'), configuration(folder));
  const children = [];
  const run = (program, ...args) => children.push(inBackground(program, args, at(`${program}.log`), { ...process.env, SLURM_CONF: at('slurm.conf') }));
  const files = ['key-file=munge.key', 'socket=munge.socket', 'pid-file=munge.pid', 'log-file=munge.log', 'seed-file=munge.seed'];
  const stop = () => children.toReversed().forEach((child) => child.kill('SIGTERM'));
  // Who breaks the run off leaves no daemons behind.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      stop();
      process.exit(1);
    });
  }
  try {
    run('munged', '--foreground', '--force', ...files.map((each) => `--${each.replace('=', `=${folder}/`)}`));
    run('slurmctld', '-D', '-f', at('slurm.conf'));
    run('slurmd', '-D', '-f', at('slurm.conf'), '-N', hostname());
    await isIdle({ SLURM_CONF: at('slurm.conf') });
  } catch (error) {
    stop();
    throw new Error(`${error.message}\n${['slurmctld.log', 'slurmd.log'].map((name) => readFileSync(at(name), 'utf8').slice(-1000)).join('\n')}`, {
      cause: error,
    });
  }
  return { env: { SLURM_CONF: at('slurm.conf') }, stop };
}

function configuration(folder) {
  const host = hostname();
  const settings = {
    ClusterName: 'gouji',
    SlurmctldHost: `${host}(127.0.0.1)`,
    SlurmUser: 'root',
    SlurmdUser: 'root',
    AuthType: 'auth/munge',
    AuthInfo: `socket=${folder}/munge.socket`,
    ...PORTS,
    StateSaveLocation: `${folder}/state`,
    SlurmdSpoolDir: `${folder}/spool`,
    SlurmctldPidFile: `${folder}/slurmctld.pid`,
    SlurmdPidFile: `${folder}/slurmd.pid`,
    ProctrackType: 'proctrack/pgid',
    TaskPlugin: 'task/none',
    SelectType: 'select/cons_tres',
    SlurmdParameters: 'config_overrides',
    ReturnToService: 2,
  };
  return [
    ...Object.entries(settings).map(([name, value]) => `${name}=${value}`),
    `NodeName=${host} NodeAddr=127.0.0.1 CPUs=${availableParallelism()} State=UNKNOWN`,
    'PartitionName=all Nodes=ALL Default=YES State=UP',
    '',
  ].join('\n');
}

function inBackground(program, args, log, env) {
  const output = openSync(log, 'w');
  const child = spawn(program, args, { stdio: ['ignore', output, output], env });
  child.on('error', (error) => writeFileSync(log, `${error.message}: Debian has it in slurm-wlm and munge\n`));
  closeSync(output);
  return child;
}

async function isIdle(env) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { stdout } = spawnSync('sinfo', ['--noheader', '--format=%t'], { env: { ...process.env, ...env }, encoding: 'utf8' });
    if (stdout?.trim() === 'idle') return;
    await pause(PAUSE_MS);
  }
  throw new Error('the node of Slurm does not come up');
}
