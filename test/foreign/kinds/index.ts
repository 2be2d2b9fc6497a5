// Every kind of foreign text.

import type { ForeignKind } from '../kind.ts';
import { MACHINE } from './machine.ts';
import { NEIGHBOURS } from './neighbours.ts';
import { NOTICES } from './notices.ts';
import { OFFICIAL } from './official.ts';
import { PROSE } from './prose.ts';
import { READINGS } from './readings.ts';
import { STATISTICS } from './statistics.ts';

export const KINDS: readonly ForeignKind[] = [...NOTICES, ...READINGS, ...NEIGHBOURS, ...STATISTICS, ...OFFICIAL, ...MACHINE, ...PROSE];
