// Output format `github`: findings as annotations of a GitHub workflow.

import type { Severity } from '../../findings/finding.ts';
import { visible } from '../escape.ts';
import type { CheckView, FindingView } from '../views.ts';
import { locate } from './file-location.ts';
import { nothing, type Reporter } from './reporter.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

export function github(cwd: string): Reporter<CheckView> {
  return {
    head: '',
    separator: '',
    item: ({ path, findings }) => findings.map((finding) => annotation(locate(path, cwd).file, finding)).join(''),
    failure: ({ path, message }) => command('error', { file: locate(path, cwd).file, title: '无法完成' }, message),
    tail: nothing,
  };
}

function annotation(file: string, { rule, severity, message, range: { start, end } }: FindingView): string {
  const properties = {
    file,
    line: String(start.line + 1),
    endLine: String(end.line + 1),
    // Columns only mean something within one line.
    ...(start.line === end.line && { col: String(start.character + 1), endColumn: String(end.character + 1) }),
    title: `勾稽 ${rule}`,
  };
  return command(COMMANDS[severity], properties, message);
}

function command(name: string, properties: Readonly<Record<string, string>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return visible(text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
}
