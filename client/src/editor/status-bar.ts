// Status bar item of the active document: ready for submission, or what is in the way; hidden for other texts.

import { Disposable, env, l10n, MarkdownString, StatusBarAlignment, window, type StatusBarItem, type Uri } from 'vscode';
import { LANGUAGE_ID, SELECT_COMMAND, type StatusParams } from '../../../server/src/protocol/requests.ts';
import { wordsOf } from '../server-process/failure.ts';
import type { Server } from '../server-process/server-keeper.ts';
import type { Failure } from '../server-process/state.ts';
import { concernsServer, isEnabled } from './candidates.ts';
import { asideWords, type Held } from './held.ts';
import { evidenceFor, holdingOf, lightOf, tongueOf, weightOf, type Evidence } from './report-status.ts';
import type { Reports } from './reports.ts';
import type { Aside } from './set-aside.ts';
import type { PreviousOffer } from '../workspace/previous-offer.ts';
import type { SwitchedOff } from './switched-off.ts';

/** Left of the editor's own entries (language, encoding). */
const PRIORITY = 100;

interface StatusContext {
  readonly reports: Reports;
  readonly silenced: SwitchedOff;
  readonly held: Held;
  readonly server: Pick<Server, 'state' | 'onDidChange'>;
  readonly previous: PreviousOffer;
}

export function createStatus({ reports, silenced, held, server, previous }: StatusContext): Disposable {
  const item = window.createStatusBarItem('gouji.status', StatusBarAlignment.Right, PRIORITY);
  item.name = '勾稽 Gouji';

  function refresh(): void {
    const document = reports.documentInFront();
    const uri = document?.uri.toString();
    const status = uri === undefined ? undefined : reports.of(uri);
    const state = server.state();
    const aside = document === undefined ? null : held.of(document);
    if (document === undefined || uri === undefined || !isEnabled(document)) item.hide();
    else if (silenced.has(uri)) showSilenced(item);
    else if (aside !== null) showHeld(item, aside);
    else if (state.kind === 'failed' && concernsServer(document)) showNotRunning(item, state.failure);
    else if (status !== undefined && state.kind === 'starting') showStarting(item);
    else if (status?.recognised === true) showRecognised(item, status, previous.fileFor(status.uri));
    // Nothing is shown of it yet, and nobody has looked: an empty list of problems must not pass for an answer.
    else if (status === undefined && concernsServer(document)) showChecking(item);
    else if (status !== undefined && document.languageId === LANGUAGE_ID) showUnrecognised(item);
    else item.hide();
  }

  refresh();
  return Disposable.from(reports.onDidChange(refresh), server.onDidChange(refresh), held.onDidChange(refresh), previous.onDidChange(refresh), item);
}

function showRecognised(item: StatusBarItem, status: StatusParams, lastYear: Uri | undefined): void {
  const tally = l10n.t('Equations {0}/{1}', holdingOf(status), status.equations.total);
  const { readiness } = status;
  const tongue = tongueOf(env.language);
  item.text = readiness === null ? tally : `${ICONS[weightOf(readiness)]}${tally} · ${lightOf(readiness, tongue)}`;
  item.tooltip = tooltipOf(status, lastYear);
  item.accessibilityInformation = { label: [`勾稽 ${readiness?.words[tongue] ?? ''}`, equationsOf(status), ...status.uncheckedReasons].join('; ') };
  item.command = 'gouji.showEquations';
  item.show();
}

const ICONS: Readonly<Record<ReturnType<typeof weightOf>, string>> = { ready: '', error: '$(error) ', warning: '$(warning) ' };

/** The name of the organ comes out of the draft: as text, not as Markdown. */
function tooltipOf(status: StatusParams, lastYear: Uri | undefined): MarkdownString {
  const tooltip = new MarkdownString();
  tooltip.isTrusted = { enabledCommands: [SELECT_COMMAND, 'gouji.linkPrevious', 'gouji.showEquations', 'gouji.showSilenced', 'gouji.showStatus'] };
  const link = (words: string, command: string) => `[${words}](command:${command})`;
  const obstacles = obstaclesOf(status).map(
    ({ words, command, argument }) => `- ${command === null ? words : link(words, `${command}?${encodeURIComponent(JSON.stringify(argument))}`)}`,
  );
  if (status.readiness !== null)
    tooltip.appendMarkdown(
      `**${status.readiness.ready ? lightOf(status.readiness, tongueOf(env.language)) : l10n.t('Not ready')}**\n\n${obstacles.join('\n')}\n\n`,
    );
  tooltip.appendText([formName(status), ...explain(status)].join('\n\n'));
  const links = [
    link(l10n.t('All equations'), 'gouji.showEquations'),
    ...(status.silenced === 0 ? [] : [link(l10n.t('Show Hidden Problems'), 'gouji.showSilenced')]),
    ...(lastYear === undefined ? [] : [link(l10n.t('Link last year’s report'), 'gouji.linkPrevious')]),
    link(l10n.t('More actions'), 'gouji.showStatus'),
  ];
  return tooltip.appendMarkdown(`\n\n${links.join(' · ')}`);
}

/** What is in the way, each with the command that leads there; null where there is no place. */
export function obstaclesOf({
  uri,
  readiness,
}: StatusParams): readonly { readonly words: string; readonly command: string | null; readonly argument: readonly unknown[] }[] {
  return (readiness?.obstacles ?? []).map(({ kind, words, ranges: [first] }) => {
    const command = kind === 'silenced' ? 'gouji.showSilenced' : first === undefined ? null : SELECT_COMMAND;
    return { words: words[tongueOf(env.language)], command, argument: command === SELECT_COMMAND ? [uri, first] : [] };
  });
}

function showSilenced(item: StatusBarItem): void {
  showChoices(item, `$(circle-slash) ${l10n.t('Not checked')}`, l10n.t('Checking is turned off for this document. Click to change.'));
}

/** Of this one text; others are checked as ever. */
function showHeld(item: StatusBarItem, aside: Aside): void {
  showChoices(
    item,
    `$(error) ${l10n.t('Not checked: took too long')}`,
    l10n.t('{0} Other documents are checked as usual. Click to choose.', asideWords(aside)),
  );
}

/** What was said before may not hold any more, and nobody is there to say so. */
function showStarting(item: StatusBarItem): void {
  showChoices(item, `$(sync~spin) ${l10n.t('Restarting')}`, l10n.t('The checking service is restarting.'));
}

function showChecking(item: StatusBarItem): void {
  showChoices(item, `$(sync~spin) ${l10n.t('Checking')}`, l10n.t('This document is being checked; its problems are not shown yet.'));
}

/** Looks like no other state: a draft that nobody checks must not seem to be in order. */
function showNotRunning(item: StatusBarItem, failure: Failure): void {
  showChoices(item, `$(error) ${l10n.t('Not checked')}`, l10n.t('The checking service is not running: {0}. Click for options.', wordsOf(failure)));
}

function showUnrecognised(item: StatusBarItem): void {
  showChoices(
    item,
    `$(question) ${l10n.t('No report recognised yet')}`,
    l10n.t('Too few headings and row labels of the standard form were found. Click to choose.'),
  );
}

function showChoices(item: StatusBarItem, text: string, tooltip: string): void {
  item.text = text;
  item.tooltip = tooltip;
  item.accessibilityInformation = { label: `勾稽 ${tooltip}` };
  item.command = 'gouji.showStatus';
  item.show();
}

export function formName({ form, hybrid }: StatusParams): string {
  if (hybrid) return l10n.t('Annual report, 2021 form with (6) in one row');
  if (form === null) return l10n.t('Annual report, form not recognised');
  return l10n.t('Annual report, {0} form', form);
}

/** Why this form, how its equations stand, and what was not checked; a line each. */
function explain(status: StatusParams): readonly string[] {
  const { agreeing, otherHeaders, due } = evidenceFor(status);
  return [
    ...(status.unit === null && status.year === null ? [] : [`${status.unit ?? ''} ${status.year ?? ''}`.trim()]),
    ...(agreeing.length === 0 ? [] : [l10n.t('Recognised by {0}', agreeing.map(evidenceWords).join(l10n.t(', ')))]),
    ...(otherHeaders ? [l10n.t('The headers of table two are not those of this form')] : []),
    ...(due === null ? [] : [l10n.t('Reports of this year are due on the {0} form', due)]),
    equationsOf(status),
    ...(status.linked === null ? [] : [l10n.t('Last year’s report: {0}', status.linked)]),
    ...(status.blanks === 0 ? [] : [l10n.t('Blank cells in tables three and four: {0}. They count as 0 where the equations hold with 0.', status.blanks)]),
    ...status.uncheckedReasons.map((reason) => l10n.t('Not checked: {0}', reason)),
  ];
}

function evidenceWords(kind: Evidence): string {
  switch (kind) {
    case 'rows':
      return l10n.t('the rows under (6) of table three');
    case 'headers':
      return l10n.t('the headers of table two');
    case 'year':
      return l10n.t('the year');
    default:
      return kind satisfies never;
  }
}

/** How the equations of the form stand, in one line. */
export function equationsOf({ equations: { total, holding, broken, unchecked } }: StatusParams): string {
  return l10n.t('{0} equations: {1} hold, {2} do not hold, {3} not checked', total, holding, broken, unchecked);
}
