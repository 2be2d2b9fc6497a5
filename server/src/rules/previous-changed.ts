// Rule: last year's report no longer says what was kept of it when it was linked.

import { cellName } from '../findings/describe.ts';
import { listed } from '../findings/wording.ts';
import { MAX_RELATED } from '../findings/limits.ts';
import { changedSince } from '../suppressions/previous.ts';
import type { Rule } from './rule.ts';
import { lastYearPlaces } from './shared/last-year-report.ts';

export const previousChanged: Rule = {
  id: 'previous-changed',
  name: '上年年报有改动',
  class: '核实',
  summary: '所关联的上年年报在关联以后改动过。',
  check({ report, previous }) {
    if (previous === null) return [];
    const changes = changedSince(previous);
    if (changes.length === 0) return [];
    const span = report.year?.span ?? report.title?.span ?? report.sections[0]?.heading ?? { start: 0, end: 0 };
    const words = changes.map(
      ({ key, kept, now }) => `${cellName(previous.linked?.detectedForm.form ?? report.detectedForm.form, key)}现为 ${now ?? '空白'}（关联时为 ${kept}）`,
    );
    return [
      {
        // A further change is another finding.
        key: changes.map(({ key, now }) => `${key} ${now ?? ''}`),
        message: `所关联的上年年报改动过。${previous.path}中${listed(words, '格')}，上下年衔接仍按关联时的数核对。请重新关联上年年报。`,
        span,
        related: lastYearPlaces(
          previous,
          changes.map(({ key }) => key),
          span,
        ).slice(0, MAX_RELATED),
      },
    ];
  },
};
