// Preloaded into a measured process: writes its peak resident memory, in KB, and its processor time, in ms,
// where the bench asked for them. Processor time tells more than the clock where other programs run beside.

import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(process.env.GOUJI_BENCH_USAGE, JSON.stringify({ peakKb: maxRSS, cpuMs: (userCPUTime + systemCPUTime) / 1000 }));
  });
}
