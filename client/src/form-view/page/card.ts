// The card of the cell in focus: what is found there and what can be done, what the sums ask for, and the equations it stands in.

import type { EquationView, FindingView, FormLayout } from '../../../../server/src/protocol/requests.ts';
import type { CellControl } from './cell.ts';
import { findingItem, type PartHost } from './draw-part.ts';
import { button, element } from './dom.ts';
import { word } from './words.ts';

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
      element('p', { class: 'keys' }, word('keys')),
    );
    if (items.length > 0) timer = setTimeout(() => items.forEach(({ finding, item }) => offer(finding, item)), LOOKED_AT_MS);
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
  if (expected === undefined) return [];
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
    element('li', { 'data-status': status }, `${STATUS_SIGNS[status]} ${name}：`, element('code', {}, sum ?? word('absent')), ` ${outcome}`),
  );
  return [element('h4', {}, word('cell-equations')), element('ul', { class: 'equations' }, ...items)];
}
