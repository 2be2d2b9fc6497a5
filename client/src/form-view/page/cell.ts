// One cell of the form: an input that shows what the text says, keeps what is being typed, and sends it when it is left or rests.

import type { CellView, FindingView, TableLayout } from '../../../../server/src/protocol/requests.ts';
import { fold } from '../../../../server/src/text/fold.ts';
import { element, setAttribute, setText } from './dom.ts';
import { joined, word } from './words.ts';

type CellLayout = TableLayout['rows'][number]['cells'][number];

/** So long a cell rests before it is written. */
const REST_MS = 500;
/** No number of a report is longer; the server takes no more. */
const MAX_TYPED = 200;
/** What a clerk's input method leaves of a number: full-width digits, points, signs. */
const FULL_WIDTH = /[０-９．，＋－]/gu;
/** Sign beside colour, the heaviest first. */
const SIGNS = { error: '✗', warning: '!', information: 'i', hint: '·' } as const;

export interface CellHost {
  /** Nothing of this document can be typed: its cells are words, no inputs. */
  readonly isReadOnly: () => boolean;
  /** Has it written; the answer comes to `written` or `refused` of the cell, by the id. */
  readonly write: (control: CellControl, text: string) => number;
  readonly focused: (control: CellControl) => void;
  readonly changed: (control: CellControl) => void;
}

export interface CellControl {
  readonly layout: CellLayout;
  readonly td: HTMLTableCellElement;
  readonly input: HTMLInputElement;
  /** What the focus goes to: the input, or the cell itself where nothing can be typed. */
  readonly field: HTMLElement;
  /** What the text says of it by the newest version that was drawn; undefined where it was not read. */
  readonly view: () => CellView | undefined;
  /** Why what was typed did not get into the text, or what the text says meanwhile. */
  readonly trouble: () => string | null;
  readonly draw: (view: CellView | undefined, around: Around) => void;
  readonly written: (id: number, version: number) => void;
  readonly refused: (id: number, reason: string) => void;
  /** Writes what is typed, if anything is. */
  readonly commit: () => void;
  /** Takes back what was typed since the cell was entered; false where there is nothing to take back. */
  readonly takeBack: () => boolean;
  /** Takes back what is typed and not written; false where there is nothing. */
  readonly dropTyped: () => boolean;
  readonly type: (text: string) => void;
  readonly isPending: () => boolean;
}

interface Around {
  readonly version: number;
  readonly findings: readonly FindingView[];
  readonly isLocked: boolean;
  readonly lastYear: { readonly value: number; readonly change: number | null } | undefined;
}

export function createCell(layout: CellLayout, host: CellHost): CellControl {
  const input = element('input', {
    type: 'text',
    inputmode: 'decimal',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: MAX_TYPED,
    'data-key': layout.key,
  });
  const sign = element('span', { class: 'sign', 'aria-hidden': 'true' });
  const before = element('small', { class: 'last-year', hidden: true });
  const words = element('span', { class: 'words' });
  const isFixed = host.isReadOnly();
  const td = element('td', { 'data-total': layout.isTotal, ...(isFixed && { tabindex: 0, 'data-key': layout.key }) }, isFixed ? words : input, sign, before);
  const field = isFixed ? td : input;
  let shown: CellView | undefined;
  let around: Around = { version: -1, findings: [], isLocked: true, lastYear: undefined };
  /** Typed and not sent yet. */
  let typed: string | null = null;
  let sent: { readonly id: number; readonly text: string; readonly version: number | null } | null = null;
  let trouble: string | null = null;
  /** The text says something else of it since it is being typed. */
  let meanwhile: string | null = null;
  /** What the cell said when it was entered. */
  let entered: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const textOf = () => shown?.text ?? '';

  function commit(): void {
    clearTimeout(timer);
    if (typed === null || around.isLocked) return;
    const text = typed.trim();
    typed = null;
    meanwhile = null;
    if (text === (sent?.text ?? textOf()).trim()) {
      if (sent === null) show(textOf());
      return;
    }
    sent = { id: host.write(control, text), text, version: null };
  }

  function onInput(): void {
    if (around.isLocked) return;
    const folded = input.value.replaceAll(FULL_WIDTH, (character) => fold(character));
    if (folded !== input.value) show(folded);
    typed = input.value;
    trouble = null;
    look();
    clearTimeout(timer);
    timer = setTimeout(commit, REST_MS);
  }

  /** Sets the value without moving the caret of an input in use. */
  function show(text: string): void {
    setText(words, text);
    if (input.value === text) return;
    const { selectionStart, selectionEnd } = input;
    const isWhole = input.value !== '' && selectionStart === 0 && selectionEnd === input.value.length;
    input.value = text;
    if (document.activeElement !== input) return;
    if (isWhole) input.select();
    else input.setSelectionRange(Math.min(selectionStart ?? 0, text.length), Math.min(selectionEnd ?? 0, text.length));
  }

  function draw(view: CellView | undefined, now: Around): void {
    if (typed !== null && textOf() !== (view?.text ?? '')) meanwhile = `${word('conflict')} ${view?.text || word('blank')}`;
    shown = view;
    around = now;
    if (trouble !== null && input.value.trim() === textOf()) trouble = null;
    if (sent !== null && sent.version !== null && now.version >= sent.version) sent = null;
    if (typed === null && sent === null && trouble === null) show(textOf());
    look();
    // Typed while the text was no report for a moment.
    if (typed !== null && document.activeElement !== input) commit();
  }

  function look(): void {
    const state = shown?.state ?? 'absent';
    const heaviest = around.findings[0]?.severity;
    setAttribute(td, 'data-state', state);
    setAttribute(td, 'data-severity', heaviest);
    setAttribute(td, 'data-trouble', trouble !== null);
    setText(
      sign,
      trouble !== null
        ? '↯'
        : heaviest !== undefined
          ? SIGNS[heaviest]
          : state === 'unreadable'
            ? '?'
            : state === 'absent'
              ? '∅'
              : state === 'blank'
                ? '○'
                : '',
    );
    setAttribute(input, 'placeholder', shown?.expected === undefined ? undefined : String(shown.expected));
    setAttribute(input, 'readonly', around.isLocked);
    setAttribute(field, 'aria-label', nameOf(state));
    setAttribute(input, 'aria-invalid', heaviest === 'error' || heaviest === 'warning' ? 'true' : undefined);
    const { lastYear } = around;
    before.hidden = lastYear === undefined;
    setText(before, lastYear === undefined ? '' : `${lastYear.value}${lastYear.change === null ? '' : ` ${signed(lastYear.change)}`}`);
  }

  function nameOf(state: CellView['state'] | 'absent'): string {
    return joined([
      layout.name,
      isFixed ? textOf() : '',
      state === 'number' ? '' : word(state),
      shown?.expected === undefined ? '' : `${word('expected')}${shown.expected}`,
      around.findings[0] === undefined ? '' : word(around.findings[0].severity),
      around.lastYear === undefined ? '' : `${word('last-year')}${around.lastYear.value}`,
      trouble ?? '',
    ]);
  }

  const control: CellControl = {
    layout,
    td,
    input,
    field,
    view: () => shown,
    trouble: () => trouble ?? meanwhile,
    draw,
    written: (id, version) => {
      if (sent?.id !== id) return;
      sent = around.version >= version ? null : { ...sent, version };
      if (sent === null && typed === null) show(textOf());
      look();
    },
    refused: (id, reason) => {
      if (sent?.id !== id) return;
      sent = null;
      trouble = reason;
      look();
    },
    commit,
    takeBack: () => {
      const before = entered ?? textOf();
      if (typed === null && trouble === null && (sent?.text ?? textOf()) === before) return false;
      trouble = null;
      typed = before;
      show(before);
      commit();
      look();
      return true;
    },
    dropTyped: () => {
      if (typed === null) return false;
      clearTimeout(timer);
      typed = null;
      meanwhile = null;
      show(sent?.text ?? textOf());
      look();
      return true;
    },
    type: (text) => {
      show(text);
      onInput();
    },
    isPending: () => typed !== null || sent !== null,
  };

  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) onInput();
  });
  input.addEventListener('compositionend', onInput);
  field.addEventListener('focus', () => {
    entered = sent?.text ?? textOf();
    input.select();
    host.focused(control);
  });
  input.addEventListener('blur', () => {
    commit();
    host.changed(control);
  });
  return control;
}

/** 1 more, 2 less. */
function signed(change: number): string {
  return change > 0 ? `+${change}` : change === 0 ? '±0' : String(change);
}
