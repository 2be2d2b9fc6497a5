// Percentages → claims: 办结率, 占, and a percentage in brackets behind its number.

import type { Form } from '../../../forms/form.ts';
import type { Claim, Interpretation, Subject } from '../claim-model.ts';
import { subjectOf, type Figure, type NumberContext, type Progress, type State } from '../numbers/draft.ts';
import { cluesOf, objectOf, type Clues } from '../words/clues.ts';
import { numberFrame } from './frame.ts';
import { isWord } from '../words/lex-sentence.ts';
import { OF_APPLICATIONS, readingsOf } from './interpretations.ts';

type Share = Pick<Claim, 'topic' | 'scope' | 'readings'>;

/** A percentage, with the words before it. */
export function shareClaims(place: NumberContext, own: Clues, progress: Progress): readonly Claim[] {
  const share =
    own.rate === null
      ? shareFor(place, own, progress)
      : own.rate === 'done' || own.rate === 'replied'
        ? rateOf(place, own, progress)
        : outcomeRate(own, progress);
  if (share === null) return [];
  return [
    {
      ...numberFrame(progress, place, own),
      kind: 'share',
      scale: 100,
      ...(isAbout(place, progress.sentence.text) && { bound: 'about' }),
      ...share,
      readings: ofFinished(share.readings, place, own, progress.setting.form),
    },
  ];
}

/** 占办结总数的26.95%: whoever says what was finished does not mean what came in. */
function ofFinished(readings: Share['readings'], place: NumberContext, own: Clues, form: Form): Share['readings'] {
  const { actions, results, column } = wholeOf(place);
  if (!own.share || actions.join() !== 'done' || results.length > 0 || column !== null) return readings;
  const finished = new Set(readingsOf(form, { ...OF_APPLICATIONS, actions: ['done'] }).map(({ sum }) => sum.join()));
  const kept = readings.filter(({ over }) => over !== undefined && finished.has(over.join()));
  return kept.length > 0 ? kept : readings;
}

/** 约占办结件数的47% */
function isAbout({ left }: NumberContext, text: string): boolean {
  const from = left[0]?.start ?? 0;
  return /[约近]占/u.test(text.slice(Math.max(0, from - 1), left.at(-1)?.end ?? from));
}

function shareFor(place: NumberContext, own: Clues, { setting: { form }, state, figures, part }: Progress): Share | null {
  // 予以公开11件（含部分1件），占64.7%: what stands in brackets is not what is divided.
  const before = part ?? figures.findLast(({ depth }) => depth <= place.clause.depth);
  const previous = before?.claim ?? null;
  // 公开比例52.4% is of several results together.
  if (own.share && own.results.length === 0 && own.actions.includes('publish')) return null;
  if (own.share) {
    const whole = wholeOf(place);
    if (own.back === 'both') return shareOfBoth(form, figures, whole);
    if (own.results.length === 0 && own.column === null && isTogether(place)) return shareOfRun(form, figures, whole);
    if (whole.results.length > 0 || whole.column !== null) {
      return previous === null ? null : partOfNamed(form, previous, whole);
    }
    if (own.results.length > 0 || own.column !== null) return namedShare(form, own, state);
    if (previous?.topic === 'applications/done' && previous.readings.length > 0 && !own.unknown && own.part === null) {
      return { topic: 'applications/done/share', scope: previous.scope, readings: doneShare(form) };
    }
  }
  const bracketed = place.clause.opener === '(' && place.left.length === 0;
  // 办结590件，予以公开29.83%
  if (!own.share && !bracketed && isNamed(place) && !own.unknown && !own.compare && own.trend === null) return namedShare(form, own, state);
  if ((!own.share && !bracketed) || own.unknown || before === undefined || previous?.kind !== 'count') return null;
  if (CASES.has(previous.topic.split('/')[0] ?? '')) return shareOfCases(form, before, previous);
  if (!previous.topic.startsWith('applications/')) return null;
  const { words } = before;
  const isOpen = words.results.length === 0 && words.column === null && previous.topic.endsWith('/carry-out');
  if (isOpen) return { topic: `${previous.topic}/share`, scope: previous.scope, readings: shareOfRow(form, previous) };
  if (words.results.length === 0 && words.column === null && !previous.topic.endsWith('/done')) return null;
  const among = wholeBefore(before, figures);
  const readings =
    previous.readings.length === 0
      ? []
      : [
          ...shareOfWhole(previous, among),
          ...shareOf(form, words),
          ...(part === null ? shareOfList(form, before, figures) : []),
          ...shareOfDivided(form, before, figures),
        ];
  return { topic: `${previous.topic}/share`, scope: previous.scope, readings };
}

/** 未办结4件，占10.26%: of all that was to be finished. */
function shareOfRow(form: Form, { readings }: Claim): readonly Interpretation[] {
  const wholes = readingsOf(form, { ...OF_APPLICATIONS, actions: ['take', 'done'] });
  return readings.flatMap(({ sum }) => wholes.map(({ sum: over }) => ({ sum, over })));
}

/** 维持61件，占57.5%: of all cases, or of those that were decided. */
function shareOfCases(form: Form, { words }: Figure, { topic, scope, readings }: Claim): Share | null {
  const subject = topic.split('/')[0] as Subject;
  if (words.outcome === null || words.outcome === 'closed') return null;
  const wholes = [null, 'closed'].flatMap((outcome) => readingsOf(form, { ...OF_APPLICATIONS, subject, outcome }));
  return { topic: `${topic}/share`, scope, readings: readings.slice(0, 1).flatMap(({ sum }) => wholes.map(({ sum: over }) => ({ sum, over }))) };
}

/** 予以公开29.83%, 自然人申请87% */
function isNamed({ left }: NumberContext): boolean {
  const last = isWord(left.at(-1), 'object', 'application') ? left.at(-2) : left.at(-1);
  return isWord(last, 'result') || isWord(last, 'column');
}

/** What stands behind 占. */
function wholeOf({ left }: NumberContext): Clues {
  return cluesOf(left.slice(left.findIndex((token) => isWord(token, 'share')) + 1));
}

/** 合计占新收量的4.5% */
function isTogether({ left }: NumberContext): boolean {
  const at = left.findIndex((token) => isWord(token, 'share'));
  return left.slice(0, at).some((token) => isWord(token, 'filler', 'in-all'));
}

const MAX_RUN = 8;

/** What the numbers right before it add up to, two of them or more. */
export function sumsBefore(figures: readonly Figure[]): readonly Interpretation['sum'][] {
  const run: Interpretation['sum'][] = [];
  const sums: Interpretation['sum'][] = [];
  for (const { claim, past } of figures.slice(-MAX_RUN).toReversed()) {
    const [first] = claim?.readings ?? [];
    if (past || claim?.kind !== 'count' || first === undefined || first.over !== undefined) break;
    run.push(first.sum);
    if (run.length > 1) sums.push(run.flat());
  }
  return sums;
}

/** 商业企业12件、法律服务机构3件，合计占新收的5.2%: of all in the list, however far back it goes. */
function shareOfRun(form: Form, figures: readonly Figure[], { results, column, actions }: Clues): Share | null {
  const sums = sumsBefore(figures);
  const named = results.length > 0 || column !== null;
  const wholes = readingsOf(form, { ...OF_APPLICATIONS, results, column, actions: named ? [] : actions.length > 0 ? actions : ['receive', 'done', 'take'] });
  const readings = sums.flatMap((sum) => wholes.map(({ sum: over }) => ({ sum, over })));
  return { topic: 'applications/run/share', scope: readings.length === 0 ? 'other' : 'whole', readings };
}

/** 二者合占不予公开的2.49%, 二者之和占新收申请的5.2%: the two numbers before it as one. */
function shareOfBoth(form: Form, figures: readonly Figure[], { results, column }: Clues): Share | null {
  const [first, second] = figures
    .filter(({ quantity }) => quantity.measure !== '%')
    .slice(-2)
    .map(({ claim }) => claim);
  if (first?.kind !== 'count' || second?.kind !== 'count' || first.scope === 'other' || second.scope === 'other') return null;
  const named = results.length > 0 || column !== null;
  const wholes = readingsOf(form, { ...OF_APPLICATIONS, results, column, actions: named ? [] : ['receive', 'done', 'take'] });
  const readings = first.readings.flatMap(({ sum }, at) => {
    const other = second.readings[at] ?? second.readings[0];
    return other === undefined ? [] : wholes.map(({ sum: over }) => ({ sum: [...sum, ...other.sum], over }));
  });
  return { topic: `${second.topic}/share`, scope: second.scope, readings };
}

/** 占不予公开的42.67%: the number before it over what 占 names; no claim where that number is none of the table's. */
function partOfNamed(form: Form, previous: Claim, { results, column }: Clues): Share {
  const wholes = readingsOf(form, { ...OF_APPLICATIONS, results, column });
  const readings =
    previous.kind !== 'count'
      ? []
      : previous.readings.flatMap(({ sum }, index) => {
          const whole = wholes[index] ?? wholes[0];
          return whole === undefined ? [] : [{ sum, over: whole.sum }];
        });
  return { topic: `${previous.topic}/share`, scope: readings.length === 0 ? 'other' : previous.scope, readings };
}

/** 法人125件，其中商业企业96件: the number that the one before the percentage is part of. */
function wholeBefore(part: Figure, figures: readonly Figure[]): Claim | null {
  const whole = figures[figures.indexOf(part) - 1];
  if (whole === undefined || whole.clause < part.clause - 1 || part.words.list !== 'of-which') return null;
  return whole.claim?.kind === 'count' && whole.claim.scope !== 'other' && whole.claim.topic.startsWith('applications/') ? whole.claim : null;
}

function shareOfWhole({ readings }: Claim, whole: Claim | null): readonly Interpretation[] {
  if (whole === null || whole.readings.length === 0) return [];
  return readings.flatMap(({ sum }, index) => {
    const over = whole.readings.length === 1 ? whole.readings[0] : whole.readings[index];
    return over === undefined ? [] : [{ sum, over: over.sum }];
  });
}

/** 予以公开13件，部分公开6件，占47.5%: of the last, or of the list together. */
function shareOfList(form: Form, last: Figure, figures: readonly Figure[]): readonly Interpretation[] {
  const list: Figure[] = [];
  for (const figure of figures.slice(0, figures.indexOf(last) + 1).toReversed()) {
    const next = list.at(-1);
    if (figure.words.results.length === 0 || figure.words.column !== null || (next !== undefined && figure.clause < next.clause - 1)) break;
    list.push(figure);
  }
  const sums = list.map(({ claim }) => claim?.readings[0]?.sum ?? []);
  if (sums.length < 2 || sums.some((sum) => sum.length === 0)) return [];
  const sum = [...new Set(sums.flat())];
  return readingsOf(form, { ...OF_APPLICATIONS, actions: ['done', 'take'] }).map(({ sum: over }) => ({ sum, over }));
}

/** 予以公开22件，其中自然人20件、商业企业2件，占40.74%: of what was divided. */
function shareOfDivided(form: Form, last: Figure, figures: readonly Figure[]): readonly Interpretation[] {
  if (last.words.column === null) return [];
  const whole = figures.slice(0, figures.indexOf(last)).findLast(({ words }) => words.column === null);
  return whole === undefined || whole.words.results.length === 0 || whole.claim?.scope === 'other' ? [] : shareOf(form, whole.words);
}

const RATED: Readonly<Record<string, string>> = { corrected: 'corrected', upheld: 'upheld', lost: 'corrected', closed: 'closed' };
const CASES: ReadonlySet<string> = new Set(['review', 'litigation', 'direct', 'after-review']);

/** 公开率, 纠错率, 维持率: only behind a number of this sentence that the tables count. */
function outcomeRate(words: Clues, { setting: { form }, state, figures, sentence }: Progress): Share | null {
  const isOthers = words.unknown || words.part !== null || words.role || state.otherTime;
  if (words.rate === 'disclosed' || words.rate === 'granted') {
    const isOfApplications = figures.some(
      ({ words: { results }, claim }) => claim !== null && claim.scope !== 'other' && results.some((result) => result === 'granted' || result === 'partial'),
    );
    const isNamed = sentence.text.includes('予以公开') || (state.subject === 'applications' && !words.unknown);
    if (!(isOfApplications || isNamed) || words.objects.some((object) => !object.startsWith('application'))) return null;
    const parts = (words.rate === 'granted' ? [['granted']] : [['granted', 'partial'], ['granted']]).flatMap((results) =>
      readingsOf(form, { ...OF_APPLICATIONS, results }),
    );
    const bases = readingsOf(form, { ...OF_APPLICATIONS, actions: ['done', 'take'] });
    return {
      topic: 'applications/disclosed/share',
      scope: isOthers ? 'other' : state.scope,
      readings: isOthers ? [] : parts.flatMap(({ sum }) => bases.map(({ sum: over }) => ({ sum, over }))),
    };
  }
  const counted = figures.findLast(({ claim }) => claim !== null && CASES.has(claim.topic.split('/')[0] ?? ''))?.claim ?? null;
  const named = words.objects.at(-1) ?? (words.rate === 'lost' && counted === null ? 'litigation' : counted?.topic.split('/')[0]) ?? '';
  const outcome = RATED[words.rate ?? ''];
  if (outcome === undefined || !CASES.has(named)) return null;
  // 复议纠错率13.21% says itself what it is of.
  if (counted !== null && (counted.scope === 'other' || counted.topic.split('/')[0] !== named)) return null;
  const scope = isOthers ? 'other' : (counted?.scope ?? state.scope);
  const subject = named as Subject;
  const [part] = readingsOf(form, { ...OF_APPLICATIONS, actions: [], subject, outcome });
  const wholes = (outcome === 'closed' ? [null] : [null, 'closed']).flatMap((each) =>
    readingsOf(form, { ...OF_APPLICATIONS, actions: [], subject, outcome: each }),
  );
  const readings = isOthers || part === undefined ? [] : wholes.map(({ sum }) => ({ sum: part.sum, over: sum }));
  return { topic: `${subject}/${outcome}/share`, scope, readings: scope === 'other' ? [] : readings };
}

/** 自然人申请占88.2% */
function namedShare(form: Form, own: Clues, state: State): Share {
  const scope = own.part !== null || own.narrowed || state.otherTime ? 'other' : state.scope;
  return { topic: `applications/${own.results.at(-1) ?? own.column ?? ''}/share`, scope, readings: scope === 'other' ? [] : shareOf(form, own) };
}

/** 办结率: what was finished of what was to be finished. Kept terms are no rate of the table. */
function rateOf({ token, index }: NumberContext, words: Clues, { setting: { form }, state, clauses }: Progress): Share | null {
  const subject = subjectOf(objectOf(words)) ?? state.subject;
  if (subject !== 'applications') return null;
  // 答复率100% speaks of those whose term has come, and so does 办结率100% behind 均在法定期限内答复.
  const { value } = token.quantity;
  const inTime = value === 100 && clauses.slice(0, index).some(({ tokens }) => tokens.some((each) => isWord(each, 'deadline')));
  const about = inTime || words.deadline || words.unknown || words.part !== null || state.otherTime || (words.rate === 'replied' && value === 100);
  const scope = about ? 'other' : state.scope;
  return { topic: 'applications/rate', scope, readings: scope === 'other' ? [] : doneShare(form) };
}

/** What was finished over what was to be finished. */
function doneShare(form: Form): readonly Interpretation[] {
  const [done] = readingsOf(form, { ...OF_APPLICATIONS, actions: ['done'] });
  return done === undefined ? [] : readingsOf(form, { ...OF_APPLICATIONS, actions: ['take'] }).map(({ sum }) => ({ sum: done.sum, over: sum }));
}

/** A row over the year's applications; an applicant over the applications counted the same way. */
function shareOf(form: Form, { results, column }: Clues): readonly Interpretation[] {
  const bases = readingsOf(form, { ...OF_APPLICATIONS, actions: ['done', 'take'] });
  if (results.length > 0) {
    const [part] = readingsOf(form, { ...OF_APPLICATIONS, results });
    return part === undefined ? [] : bases.map(({ sum }) => ({ sum: part.sum, over: sum }));
  }
  const parts = readingsOf(form, { ...OF_APPLICATIONS, actions: ['done', 'take'], column });
  return parts.flatMap(({ sum }, index) => {
    const base = bases[index];
    return base === undefined ? [] : [{ sum, over: base.sum }];
  });
}
