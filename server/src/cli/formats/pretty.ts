// Output format `pretty` of `check`: findings for a terminal.

import { SEVERITIES } from '../../findings/finding.ts';
import { visible } from '../escape.ts';
import type { Summary } from '../outcome.ts';
import { READINESS, type CheckView, type FindingView } from '../views.ts';
import { type Paint, painter, SEVERITY_WORDS } from './paint.ts';
import { nothing, type Reporter } from './reporter.ts';

export function pretty(colour: boolean): Reporter<CheckView> {
  const paint = painter(colour);
  return {
    head: '',
    separator: '\n',
    item: (view) => (view.recognised ? fileLines(view, paint) : ''),
    failure: nothing,
    tail: (summary) => summaryLine(summary, paint),
  };
}

/** Also of a report without findings: blanks, and what was silenced, may be in the way all the same. */
function fileLines({ path, ready, equations, findings, [READINESS]: words }: CheckView, paint: Paint): string {
  const { total, holding, broken, unchecked } = equations;
  const tally = `勾稽关系${total}条：成立${holding}，不成立${broken}，未核对${unchecked}`;
  const lines = findings.flatMap((finding) => findingLines(finding, paint));
  return [`${paint('strong', visible(path))}  ${paint(ready ? 'good' : 'strong', words)}  ${paint('faint', tally)}`, ...lines, ''].join('\n');
}

function findingLines({ rule, severity, message, range, place: inDocument, fixes }: FindingView, paint: Paint): readonly string[] {
  // Counted from 1, as editors show it; in a document nobody counts lines.
  const place = inDocument ?? `${range.start.line + 1}:${range.start.character + 1}`;
  const word = paint(severity, SEVERITY_WORDS[severity]);
  return [
    `  ${paint('faint', place.padEnd(7))} ${word}  ${visible(message)}  ${paint('faint', rule)}`,
    ...fixes.map(({ title }) => paint('faint', `          建议：${visible(title)}`)),
  ];
}

function summaryLine({ reports, ready, failed, counts, silenced }: Summary, paint: Paint): string {
  const found = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => paint(severity, `${SEVERITY_WORDS[severity]}${counts[severity]}处`));
  const problems = found.length === 0 && ready === reports ? ['没有发现问题'] : [];
  const result = [...found, ...problems, ready === reports ? '可以报送' : `可以报送${ready}份`].join('，');
  const undone = failed === 0 ? '' : paint('error', `；${failed}个路径未完成`);
  const unsaid = silenced === 0 ? '' : `；另有${silenced}处已设为不再提示（.gouji.json）`;
  return reports === 0 ? `没有检查任何年报${undone}\n` : `\n检查年报${reports}份：${result}${unsaid}${undone}\n`;
}
