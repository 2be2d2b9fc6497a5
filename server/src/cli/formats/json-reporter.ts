// Output formats `json`, one array, and `ndjson`, one object a line.

import { toJson } from '../escape.ts';
import { nothing, type Reporter } from './reporter.ts';

export const json: Reporter<unknown> = {
  head: '[',
  separator: ',\n',
  item: toJson,
  failure: nothing,
  tail: () => ']\n',
};

export const ndjson: Reporter<unknown> = {
  head: '',
  separator: '',
  item: (view) => `${toJson(view)}\n`,
  failure: nothing,
  tail: nothing,
};
