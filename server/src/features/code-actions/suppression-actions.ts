// Code actions that write to `.gouji.json`: suppress a finding here or in the file, and justify a 核实 finding with a note.

import type { CodeAction, Command, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../../findings/finding.ts';
import { NOTE_PLACEHOLDER, CONFIG_FILE } from '../../suppressions/suppression.ts';
import { subjectOf } from '../../suppressions/subject.ts';
import { editsBetween } from '../../text/edits.ts';
import { changeData, rewriteSuppressions, type SuppressionChange, type SuppressionChangeData } from '../../suppressions/write.ts';
import type { Report } from '../../parse/model.ts';
import { indexLines } from '../../text/lines.ts';
import { meets, type Span } from '../../text/span.ts';
import { toDiagnostic } from '../to-diagnostic.ts';
import { textEdit } from '../wire/text-edit.ts';
import { SUPPRESS } from './action-kinds.ts';
import { ruleName } from '../../rules/registry.ts';

/** Where the suppressions on a draft are kept, and what is there. */
export interface SuppressionsPlace {
  /** Of the draft. */
  readonly uri: string;
  /** The draft's name. */
  readonly name: string;
  readonly configUri: string;
  /** The text of `.gouji.json`; null where there is none. */
  readonly text: string | null;
}

/** `edit`: a client of any kind, which is given the edit itself. `command`: our own, which asks for the note and saves. */
export type SuppressionDelivery =
  | { readonly by: 'command'; readonly command: string }
  | { readonly by: 'edit'; readonly versioned: boolean; readonly creates: boolean };

/** What our own client's command is given. */
export interface SuppressionCommand {
  readonly uri: string;
  readonly configUri: string;
  readonly change: SuppressionChangeData;
  /** What to ask the person before anything is written: the finding's words, and the note so far. */
  readonly ask: { readonly message: string; readonly note: string } | null;
  /** What is silenced, to be said once it is; null where nothing is. */
  readonly silences: { readonly message: string; readonly isError: boolean; readonly undo: SuppressionChangeData } | null;
}

/** For each finding that touches `span`; never preferred. A damaged file is not written, so nothing is offered then. */
export function suppressionActions(
  { report, findings }: { readonly report: Report; readonly findings: readonly Finding[] },
  span: Span,
  place: SuppressionsPlace,
  delivery: SuppressionDelivery,
): CodeAction[] {
  return findings
    .filter((finding) => meets(finding.span, span))
    .flatMap((finding) =>
      offersOf(report, finding, delivery).flatMap((offer) => {
        const done = delivery.by === 'edit' ? editOf(place, offer.change, delivery) : commandOf(place, offer, delivery.command);
        return done === null
          ? []
          : [{ title: offer.title, kind: SUPPRESS, isPreferred: false, diagnostics: [toDiagnostic(report, finding, place.uri)], ...done }];
      }),
    );
}

interface Offer {
  readonly title: string;
  readonly change: SuppressionChange;
  readonly ask: SuppressionCommand['ask'];
  readonly silences: SuppressionCommand['silences'];
}

function offersOf(report: Report, finding: Finding, { by }: SuppressionDelivery): readonly Offer[] {
  const subject = subjectOf(report, finding);
  const { rule, text } = subject;
  const replaces = finding.justification ?? null;
  const writing = (note: string | null): Extract<SuppressionChange, { kind: 'finding' }> => ({ kind: 'finding', suppression: { ...subject, note }, replaces });
  const note = replaces?.note ?? '';
  const written = by === 'command' ? '修改核实说明…' : '原核实说明仍适用';
  const noteOffer: Offer = {
    title: `${note === '' ? '填写核实说明…' : written}（记入 ${CONFIG_FILE}）`,
    change: writing(note === '' ? NOTE_PLACEHOLDER : note),
    ask: { message: text, note },
    silences: null,
  };
  const silenced = writing(null);
  // A note that stood there comes back.
  const undo: SuppressionChange =
    replaces === null ? { kind: 'restored', suppression: silenced.suppression } : { kind: 'finding', suppression: replaces, replaces: silenced.suppression };
  const isError = finding.class === '强制';
  return [
    ...(finding.class === '核实' ? [noteOffer] : []),
    { title: `不再提示此处（记入 ${CONFIG_FILE}）`, change: silenced, ask: null, silences: { message: text, isError, undo: changeData(undo) } },
    {
      title: `本文稿不再检查“${ruleName(rule)}”（记入 ${CONFIG_FILE}）`,
      change: { kind: 'off', rule },
      ask: null,
      silences: { message: ruleName(rule), isError, undo: { kind: 'on', rule } },
    },
  ];
}

function commandOf({ uri, configUri }: SuppressionsPlace, { title, change, ask, silences }: Offer, command: string): { readonly command: Command } {
  const argument: SuppressionCommand = { uri, configUri, change: changeData(change), ask, silences };
  return { command: { title, command, arguments: [argument] } };
}

function editOf(
  { configUri, name, text }: SuppressionsPlace,
  change: SuppressionChange,
  { versioned, creates }: { readonly versioned: boolean; readonly creates: boolean },
): { readonly edit: WorkspaceEdit } | null {
  const after = rewriteSuppressions(text, name, change);
  if ('problem' in after || after.text === text) return null;
  const lines = indexLines(text ?? '');
  const edits = editsBetween(text ?? '', after.text).map((each) => textEdit(lines, each));
  const written: TextDocumentEdit = { textDocument: { uri: configUri, version: null }, edits };
  // Editors that know no such operation (Eglot) open a file that is not there as an empty one.
  if (text === null && creates) return { edit: { documentChanges: [{ kind: 'create', uri: configUri, options: { ignoreIfExists: true } }, written] } };
  return versioned ? { edit: { documentChanges: [written] } } : { edit: { changes: { [configUri]: edits } } };
}
