// The line at the top: can the report be handed in, what is in the way and where, and what can be done with the whole view.

import type { FormView } from '../../../../server/src/protocol/requests.ts';
import type { Range } from '../../../../server/src/text/span.ts';
import { button, element, setText } from './dom.ts';
import { inTongue, word, type Word } from './words.ts';

export interface BarHost {
  /** Goes to the cell of a place, or to the place in the text. */
  readonly goTo: (range: Range) => void;
  readonly zoom: (steps: number) => void;
  readonly print: () => void;
  readonly copyTable: () => void;
  readonly copyPage: () => void;
  readonly toggleLastYear: (isShown: boolean) => void;
}

export interface Bar {
  readonly header: HTMLElement;
  readonly draw: (view: FormView, isReadOnly: boolean) => void;
  readonly notice: (name: Word | null) => void;
  readonly say: (words: string) => void;
}

export function createBar(host: BarHost): Bar {
  const light = element('span', { class: 'light', role: 'status' });
  const tally = element('span', { class: 'tally' });
  const obstacles = element('span', { class: 'obstacles' });
  const notice = element('p', { class: 'notice', role: 'alert', hidden: true });
  const said = element('span', { class: 'said', role: 'status' });
  const locked = element('span', { class: 'locked', hidden: true }, word('readonly'));
  const lastYear = element('input', { type: 'checkbox' });
  const lastYearLabel = element('label', { hidden: true }, lastYear, word('show-last-year'));
  lastYear.addEventListener('change', () => host.toggleLastYear(lastYear.checked));
  const tools = element(
    'span',
    { class: 'tools' },
    said,
    lastYearLabel,
    button('A−', () => host.zoom(-1), { 'aria-label': word('smaller') }),
    button('A+', () => host.zoom(1), { 'aria-label': word('larger') }),
    button(word('copy-table'), host.copyTable),
    button(word('copy-page'), host.copyPage),
    button(word('print'), host.print),
  );
  const header = element('header', {}, element('div', { class: 'bar' }, light, tally, obstacles, locked, tools), notice);
  let known = '';
  /** Which of the places of an obstacle was gone to last. */
  const visited = new Map<string, number>();

  return {
    header,
    draw: ({ readiness, tally: { holding, total }, previous }, isReadOnly) => {
      locked.hidden = !isReadOnly;
      lastYearLabel.hidden = previous === null;
      const fingerprint = JSON.stringify([readiness, holding, total]);
      if (fingerprint === known) return;
      known = fingerprint;
      light.dataset['ready'] = String(readiness.ready);
      setText(light, readiness.ready ? `✓ ${inTongue(readiness.words)}` : `● ${inTongue(readiness.words)}`);
      setText(tally, `${word('equations')} ${holding - readiness.restingOnBlanks}/${total}`);
      obstacles.replaceChildren(
        ...readiness.obstacles.map(({ kind, words, ranges }) =>
          ranges.length === 0
            ? element('span', { class: 'obstacle' }, inTongue(words))
            : button(
                inTongue(words),
                () => {
                  const next = ((visited.get(kind) ?? -1) + 1) % ranges.length;
                  visited.set(kind, next);
                  const range = ranges[next];
                  if (range !== undefined) host.goTo(range);
                },
                { class: 'obstacle', 'data-kind': kind },
              ),
        ),
      );
    },
    notice: (name) => {
      notice.hidden = name === null;
      setText(notice, name === null ? '' : word(name));
    },
    say: (words) => setText(said, words),
  };
}
