// Preloaded into a measured process: writes its peak resident memory, in KB, where the bench asked for it.

import { writeFileSync } from 'node:fs';
import process from 'node:process';

process.on('exit', () => writeFileSync(process.env.GOUJI_BENCH_PEAK, String(process.resourceUsage().maxRSS)));
