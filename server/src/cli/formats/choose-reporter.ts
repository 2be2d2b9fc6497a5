// Reporter of each output format, for `check` and for `parse`.

import type { Settings } from '../run-settings.ts';
import type { CheckView, ParseView } from '../views.ts';
import { checkCsv, parseCsv } from './csv-reporter.ts';
import { github } from './github.ts';
import { json, ndjson } from './json-reporter.ts';
import { junit } from './junit.ts';
import { prettyParse } from './pretty-parse.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';

export function checkReporter({ format, colour, cwd, version, failOn }: Settings): Reporter<CheckView> {
  switch (format) {
    case 'pretty':
      return pretty(colour);
    case 'json':
      return json;
    case 'ndjson':
      return ndjson;
    case 'csv':
      return checkCsv;
    case 'sarif':
      return sarif(cwd, version);
    case 'github':
      return github(cwd);
    case 'junit':
      return junit(failOn);
    default:
      return format satisfies never;
  }
}

/** The arguments let `parse` have no other format. */
export function parseReporter({ format, colour }: Settings): Reporter<ParseView> {
  if (format === 'json') return json;
  if (format === 'csv') return parseCsv;
  return format === 'pretty' ? prettyParse(colour) : ndjson;
}
