// Output format `sarif`: findings as a SARIF 2.1.0 log, the exchange format of analysis tools.

import { defaultSeverity } from '../../check.ts';
import type { Severity } from '../../findings/finding.ts';
import { RULES } from '../../rules/registry.ts';
import type { Range } from '../../text/span.ts';
import { toJson } from '../escape.ts';
import type { Summary } from '../outcome.ts';
import type { CheckView, FindingView, FixView } from '../views.ts';
import { locate } from './file-location.ts';
import { nothing, type Reporter } from './reporter.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
const RULE_INDEX: ReadonlyMap<string, number> = new Map(RULES.map((rule, index) => [rule.id, index]));

/** The results come between head and tail, so that nothing has to be kept until the end. */
export function sarif(cwd: string, version: string): Reporter<CheckView> {
  return {
    head:
      `{"$schema":${toJson(SCHEMA)},"version":"2.1.0","runs":[{"tool":${toJson(tool(version))},` +
      `"columnKind":"utf16CodeUnits","newlineSequences":["\\r\\n","\\n","\\r"],"results":[\n`,
    separator: ',\n',
    item: ({ path, findings }) => findings.map((finding) => toJson(result(locate(path, cwd).uri, finding, cwd))).join(',\n'),
    failure: nothing,
    tail: (summary) => `],"invocations":${toJson([invocation(summary, cwd)])}}]}\n`,
  };
}

function tool(version: string): unknown {
  return {
    driver: {
      name: 'gouji',
      version,
      rules: RULES.map((rule) => ({
        id: rule.id,
        shortDescription: { text: rule.summary },
        defaultConfiguration: { level: LEVELS[defaultSeverity(rule)] },
        properties: { class: rule.class },
      })),
    },
  };
}

function result(uri: string, finding: FindingView, cwd: string): unknown {
  const { rule, severity, message, range, related, fixes, cells, actual, expected } = finding;
  return {
    ruleId: rule,
    ruleIndex: RULE_INDEX.get(rule) ?? -1,
    level: LEVELS[severity],
    message: words(message),
    locations: [location(uri, range)],
    relatedLocations: related.map((each, id) => ({
      id,
      message: words(each.message),
      ...location(each.path === undefined ? uri : locate(each.path, cwd).uri, each.range),
    })),
    fixes: fixes.filter(({ edits }) => edits.length > 0).map((fix) => fixOf(uri, fix)),
    properties: { severity, cells, ...(actual !== undefined && { actual }), ...(expected !== undefined && { expected }) },
  };
}

function fixOf(uri: string, { title, kind, edits }: FixView): unknown {
  const replacements = edits.map(({ range, newText }) => ({ deletedRegion: region(range), insertedContent: { text: newText } }));
  return { description: words(title), artifactChanges: [{ artifactLocation: { uri }, replacements }], properties: { kind } };
}

function invocation({ failed, failures, interrupted }: Summary, cwd: string): unknown {
  const unread = failures.map(({ path, message }) => ({
    level: 'error',
    message: words(message),
    locations: [{ physicalLocation: { artifactLocation: { uri: locate(path, cwd).uri } } }],
  }));
  const cutShort = interrupted ? [{ level: 'error', message: words('已中断，只有已检查的部分') }] : [];
  return { executionSuccessful: failed === 0 && !interrupted, toolExecutionNotifications: [...unread, ...cutShort] };
}

function location(uri: string, range: Range): { readonly physicalLocation: unknown } {
  return { physicalLocation: { artifactLocation: { uri }, region: region(range) } };
}

/** Counted from 1; the end column is the one behind the last character. */
function region({ start, end }: Range): unknown {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

/** Words of a draft become neither a placeholder (`{0}`) nor an embedded link (`[words](address)`): §3.11.5 and 3.11.6. */
function words(message: string): { readonly text: string } {
  return { text: message.replaceAll(/[{}]/gu, '$&$&').replaceAll(/\[([^[\]]*)\](?=\()/gu, String.raw`\[$1\]`) };
}
