// The form view as a page: draws what the server made of the text, in the order of its versions, and sends what is typed.

import type { FindingView, FormLayout, FormView } from '../../../../server/src/protocol/requests.ts';
import type { CellKey } from '../../../../server/src/forms/form.ts';
import type { Range } from '../../../../server/src/text/span.ts';
import type { FromPage, ToPage } from '../messages.ts';
import type { CellControl } from './cell.ts';
import { drawPart, isAtCell, findingItem, paragraphs, type DrawnPart } from './draw-part.ts';
import { element, setAttribute } from './dom.ts';
import { createBar, createCard } from './bar-and-card.ts';
import { copyNodes, moves, pageCopy, pastedBlock, tableCopy } from './keys.ts';
import { speak, word } from './words.ts';

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: FromPage) => void;
  readonly getState: () => unknown;
  readonly setState: (state: Saved) => void;
};

/** What outlives the page: never a text. */
interface Saved {
  readonly uri: string;
  readonly key: CellKey | null;
  readonly zoom: number;
}

const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
const ZOOM_STEP = 0.1;
const [MIN_ZOOM, MAX_ZOOM] = [0.6, 2];
/** Findings whose fixes are asked for at once: no cell has as many. */
const MAX_ASKED = 50;

start(acquireVsCodeApi());

function start(vscode: ReturnType<typeof acquireVsCodeApi>): void {
  const { language = 'zh-cn', uri = '' } = document.body.dataset;
  speak(language);
  document.documentElement.lang = /^zh/iu.test(language) ? 'zh-CN' : 'en';
  const saved = vscode.getState() as Partial<Saved> | undefined;
  const state = {
    version: -1,
    view: null as FormView | null,
    layout: null as FormLayout | null,
    isLocked: true,
    isReadOnly: false,
    focused: null as CellControl | null,
    showsLastYear: false,
  };
  let zoom = saved?.zoom ?? 1;
  let parts: readonly DrawnPart[] = [];
  let cells = new Map<CellKey, CellControl>();
  let lastId = 0;
  const writing = new Map<number, CellControl>();
  const asking = new Map<number, (titles: readonly string[]) => void>();

  const host = {
    isReadOnly: () => state.isReadOnly,
    write: (control: CellControl, text: string) => {
      const id = ++lastId;
      writing.set(id, control);
      vscode.postMessage({ kind: 'write', id, key: control.layout.key, text });
      return id;
    },
    focused: (control: CellControl) => {
      state.focused = control;
      save();
      vscode.postMessage({ kind: 'focus', key: control.layout.key });
      drawFocus();
    },
    changed: () => drawFocus(),
    reveal: (range: Range) => vscode.postMessage({ kind: 'reveal', range }),
    pointAt: (keys: readonly CellKey[]) => mark('pointed', keys),
    goTo: (key: CellKey) => cells.get(key)?.field.focus(),
    askActions: (finding: FindingView, answer: (titles: readonly string[], act: (index: number) => void) => void) => {
      const request = ++lastId;
      // Some are never answered: the text went on meanwhile.
      if (asking.size >= MAX_ASKED) asking.clear();
      asking.set(request, (titles) => answer(titles, (index) => vscode.postMessage({ kind: 'act', request, index })));
      vscode.postMessage({ kind: 'actions', request, range: finding.range, message: finding.message });
    },
  };
  const card = createCard(host);
  const bar = createBar({
    goTo: (range) => goToRange(range),
    zoom: (steps) => setZoom(zoom + steps * ZOOM_STEP),
    print: () => vscode.postMessage({ kind: 'print' }),
    copyTable: () => {
      // The one that was worked in, else the great one.
      const table = state.focused?.td.closest('table') ?? main.querySelector<HTMLTableElement>('table[data-table="applications"]');
      bar.say(table !== null && copyNodes(tableCopy(table)) ? word('copied') : '');
    },
    copyPage: () => vscode.postMessage({ kind: 'copy-page' }),
    toggleLastYear: (isShown) => {
      state.showsLastYear = isShown;
      redraw();
    },
  });
  const opening = element('div', { class: 'opening' });
  const general = element('ul', { class: 'part-findings prose', 'aria-label': word('other-findings') });
  const body = element('div', { class: 'parts' }, element('p', { class: 'note prose' }, word('waiting')));
  const main = element('main', { 'aria-label': word('form') }, opening, body, general);
  document.body.append(bar.header, main, card.aside);
  setZoom(zoom);
  // What sticks below the bar has to know how tall it is: in a narrow view it is several lines.
  new ResizeObserver(() => document.documentElement.style.setProperty('--bar-height', `${bar.header.offsetHeight}px`)).observe(bar.header);

  function save(): void {
    vscode.setState({ uri, key: state.focused?.layout.key ?? null, zoom });
  }

  function setZoom(wanted: number): void {
    zoom = Math.min(MAX_ZOOM, Math.max(MIN_ZOOM, Math.round(wanted * 10) / 10));
    document.documentElement.style.setProperty('--zoom', String(zoom));
    save();
  }

  /** The cells that have something to do with the one in focus are marked by class alone: no caret moves. */
  function mark(name: string, keys: readonly CellKey[]): void {
    for (const marked of document.querySelectorAll(`td.${name}`)) marked.classList.remove(name);
    for (const key of keys) cells.get(key)?.td.classList.add(name);
  }

  function drawFocus(): void {
    const { focused, view, layout } = state;
    if (focused === null || view === null || layout === null) {
      card.show(null);
      return;
    }
    const { key } = focused.layout;
    const own = new Set(layout.equations.filter(({ left, right }) => left.includes(key) || right.includes(key)).map(({ id }) => id));
    const equations = layout.equations.flatMap((spec) => {
      const standing = own.has(spec.id) ? view.equations.find(({ id }) => id === spec.id) : undefined;
      return standing === undefined ? [] : [{ ...standing, ...spec }];
    });
    mark(
      'addend',
      equations.flatMap(({ left }) => left),
    );
    mark(
      'result',
      equations.flatMap(({ right }) => right),
    );
    for (const figure of document.querySelectorAll<HTMLElement>('.figure[data-cells]')) {
      figure.classList.toggle('pointed', figure.dataset['cells']?.split(' ').includes(key) === true);
    }
    card.show({ control: focused, findings: findingsAt(view, key), equations });
  }

  function findingsAt(view: FormView, key: CellKey): readonly FindingView[] {
    return view.findings
      .filter((finding) => finding.cells.includes(key))
      .toSorted((one, other) => SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity));
  }

  function goToRange(range: Range): void {
    const found = Object.entries(state.view?.cells ?? {}).find(([, cell]) => cell !== undefined && isWithin(cell.range, range));
    if (found === undefined) host.reveal(range);
    else host.goTo(found[0] as CellKey);
  }

  function layOut(layout: FormLayout): void {
    // What is typed is not lost with the form that is taken down.
    for (const control of cells.values()) control.commit();
    state.layout = layout;
    parts = layout.parts.map((part) => drawPart(part, host));
    cells = new Map(parts.flatMap(({ grids }) => grids.flat(2).map((control): [CellKey, CellControl] => [control.layout.key, control])));
    state.focused = null;
    body.replaceChildren(...parts.map(({ section }) => section));
  }

  function redraw(): void {
    const { view, version, isLocked, showsLastYear } = state;
    if (view === null) return;
    for (const [key, control] of cells) {
      const lastYear = showsLastYear ? view.previous?.cells[key] : undefined;
      control.draw(view.cells[key], { version, findings: findingsAt(view, key), isLocked, lastYear });
    }
    drawFocus();
  }

  function draw({ version, view, isReadOnly }: Extract<ToPage, { kind: 'view' }>): void {
    if (version < state.version) return;
    const isFirst = state.view === null;
    state.isReadOnly = isReadOnly;
    if (view.layout !== null && view.layout.id !== state.layout?.id) layOut(view.layout);
    Object.assign(state, { version, view, isLocked: isReadOnly });
    setAttribute(document.body, 'data-readonly', isReadOnly);
    bar.notice(isReadOnly ? 'readonly' : null);
    bar.draw(view);
    const [title, ...introduction] = paragraphs(view.opening, host);
    opening.replaceChildren(element('h1', {}, title ?? word('form')), ...introduction);
    const rest = view.findings.filter((finding) => finding.part === null && !isAtCell(finding, view));
    general.replaceChildren(...rest.map((finding) => findingItem(finding, host)));
    for (const part of parts) part.draw(view);
    redraw();
    if (isFirst && saved?.uri === uri && saved.key !== undefined && saved.key !== null)
      cells.get(saved.key)?.td.scrollIntoView({ block: 'center', inline: 'nearest' });
  }

  function receive(message: ToPage): void {
    switch (message.kind) {
      case 'view':
        draw(message);
        break;
      case 'nothing':
        if (state.view === null) body.replaceChildren(element('p', { class: 'note prose' }, word('nothing-read')));
        else bar.notice(message.why);
        state.isLocked = true;
        redraw();
        break;
      case 'written':
        writing.get(message.id)?.written(message.id, message.version);
        writing.delete(message.id);
        break;
      case 'refused':
        writing.get(message.id)?.refused(message.id, message.reason);
        writing.delete(message.id);
        drawFocus();
        break;
      case 'cursor':
        mark('cursor', message.key === null ? [] : [message.key]);
        if (message.key !== null && !document.hasFocus()) cells.get(message.key)?.td.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        break;
      case 'actions':
        asking.get(message.request)?.(message.titles);
        asking.delete(message.request);
        break;
      case 'page':
        bar.say(copyNodes(pageCopy(message.html)) ? word('copied') : '');
        break;
      case 'flush':
        for (const control of cells.values()) control.commit();
        vscode.postMessage({ kind: 'flushed' });
        break;
      default:
        message satisfies never;
    }
  }

  window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => receive(data));
  document.addEventListener('visibilitychange', () => state.focused?.commit());
  window.addEventListener('blur', () => state.focused?.commit());
  main.addEventListener('keydown', (event) =>
    moves(event, { controlOf: (target) => cells.get(target as CellKey), grids: () => parts.flatMap(({ grids }) => grids) }),
  );
  main.addEventListener('paste', (event) => {
    const key = event.target instanceof HTMLInputElement ? event.target.dataset['key'] : undefined;
    const block = pastedBlock(event);
    if (key === undefined || block === null || state.isLocked) return;
    event.preventDefault();
    vscode.postMessage({ kind: 'paste', key: key as CellKey, block });
  });
  vscode.postMessage({ kind: 'ready' });
}

function isWithin(inner: Range, outer: Range): boolean {
  const before = (one: Range['start'], other: Range['start']) => one.line < other.line || (one.line === other.line && one.character <= other.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}
