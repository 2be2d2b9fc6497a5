// What stands around the form. The bar at the top: can the report be handed in, what is in the way and where, and what can be done
// with the whole view. The card at the foot: what is found at the cell in focus, what the sums ask for, and its equations.

import type { EquationView, FindingView, FormLayout, FormView } from '../../../../server/src/protocol/requests.ts';
import type { Range } from '../../../../server/src/text/span.ts';
import type { CellControl } from './cell.ts';
import { findingItem, type PartHost } from './draw-part.ts';
import { button, element, setText } from './dom.ts';
import { inTongue, sumInTongue, word, type Word } from './words.ts';

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
  readonly draw: (view: FormView) => void;
  readonly notice: (name: Word | null) => void;
  readonly say: (words: string) => void;
}

export function createBar(host: BarHost): Bar {
  const light = element('span', { class: 'light', role: 'status' });
  const tally = element('span', { class: 'tally' });
  const obstacles = element('span', { class: 'obstacles' });
  const notice = element('p', { class: 'notice', role: 'alert', hidden: true });
  const said = element('span', { class: 'said', role: 'status' });
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
  const header = element('header', {}, element('div', { class: 'bar' }, light, tally, obstacles, tools), notice);
  let known = '';
  /** Which of the places of an obstacle was gone to last. */
  const visited = new Map<string, number>();

  return {
    header,
    draw: ({ readiness, tally: { holding, total }, previous }) => {
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

/** Actions are asked for once the cell was looked at for so long: who types down a column asks for none. */
const LOOKED_AT_MS = 150;

export interface CardHost extends Pick<PartHost, 'reveal'> {
  readonly askActions: (finding: FindingView, answer: (titles: readonly string[], act: (index: number) => void) => void) => void;
}

interface CardContent {
  readonly control: CellControl;
  readonly findings: readonly FindingView[];
  readonly equations: readonly (EquationView & FormLayout['equations'][number])[];
}

export interface Card {
  readonly aside: HTMLElement;
  readonly show: (content: CardContent | null) => void;
}

export function createCard(host: CardHost): Card {
  const aside = element('aside', { class: 'card', 'aria-label': word('card') });
  let known = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(content: CardContent | null): void {
    const fingerprint = JSON.stringify(
      content === null ? null : [content.control.layout.key, content.control.view(), content.control.trouble(), content.findings, content.equations],
    );
    if (fingerprint === known) return;
    known = fingerprint;
    clearTimeout(timer);
    aside.hidden = content === null;
    if (content === null) return;
    const { control, findings, equations } = content;
    const items = findings.map((finding) => ({ finding, item: findingItem(finding, host) }));
    aside.replaceChildren(
      element('h3', {}, control.layout.name),
      ...troubleOf(control),
      ...expectedOf(control),
      ...(items.length === 0 ? [] : [element('ul', {}, ...items.map(({ item }) => item))]),
      ...equationsOf(equations),
      ...(control.input.readOnly ? [] : [element('p', { class: 'keys' }, word('keys'))]),
    );
    if (items.length > 0 && !control.input.readOnly) timer = setTimeout(() => items.forEach(({ finding, item }) => offer(finding, item)), LOOKED_AT_MS);
  }

  function offer(finding: FindingView, item: HTMLElement): void {
    host.askActions(finding, (titles, act) => {
      if (!item.isConnected) return;
      item.append(
        titles.length === 0
          ? element('span', { class: 'keys' }, word('no-actions'))
          : element('span', { class: 'actions' }, ...titles.map((title, index) => button(title, () => act(index)))),
      );
    });
  }

  show(null);
  aside.hidden = true;
  return { aside, show };
}

function troubleOf(control: CellControl): readonly Node[] {
  const trouble = control.trouble();
  return trouble === null ? [] : [element('p', { class: 'trouble', role: 'alert' }, `↯ ${trouble}`)];
}

function expectedOf(control: CellControl): readonly Node[] {
  const expected = control.view()?.expected;
  if (expected === undefined || control.input.readOnly) return [];
  const take = button(`${word('take-total')} ${expected}`, () => {
    control.type(String(expected));
    control.commit();
    control.input.focus();
  });
  return [element('p', {}, take, element('span', { class: 'keys' }, ` ${word('take-hint')}`))];
}

const STATUS_SIGNS = { holding: '✓', broken: '✗', unchecked: '–' } as const;

function equationsOf(equations: CardContent['equations']): readonly Node[] {
  if (equations.length === 0) return [];
  const items = equations.map(({ name, sum, status, outcome }) =>
    element(
      'li',
      { 'data-status': status },
      `${STATUS_SIGNS[status]} ${name}${word('colon')}`,
      element('code', {}, sum === null ? word('absent') : sumInTongue(sum)),
      ` ${inTongue(outcome)}`,
    ),
  );
  return [element('h4', {}, word('cell-equations')), element('ul', { class: 'equations' }, ...items)];
}
