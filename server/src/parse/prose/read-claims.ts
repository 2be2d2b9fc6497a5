// The claims that the text of a report makes: the entrance to the grammar, linear in the length of the text.

import type { SectionId } from '../../forms/form.ts';
import { MIN_TELLING } from './claims/borne-out.ts';
import type { Span } from '../../text/span.ts';
import { moved, type Recollection } from '../memory.ts';
import { reportEnd, type Report } from '../model.ts';
import type { Claim, LastYearClaim, Relation, Statements, Subject } from './claim-model.ts';
import type { Figure, Setting } from './numbers/draft.ts';
import { type ProseSource, proseSpans } from './words/prose-spans.ts';
import { sentencesIn, type Sentence } from './words/sentences.ts';
import { dividesWhole, readSentence, type SentenceResult } from './read-sentence.ts';
import { ownerOf } from './numbers/scope.ts';
import { verifyClaims } from './claims/verify-claim.ts';
import { MAX_CLAIMS, MAX_SENTENCES } from '../limits.ts';

/** Sentences without any of these words, or a number with a list in brackets behind it, hold nothing a table could back. */
const RELEVANT =
  /申请|新收|应办|实办|承办|转[入来出]|(?:许可|处罚|强制)(?:决定)?[0-9]|(?:商业企业|法律服务机构|科研机构|公益组织|法人)[0-9]{1,7}件|复议|诉讼|起诉|规范性文件|规章|对外管理服务|行政许可|行政处罚|行政强制|收费|处理费|采购|办结|答复|结转|自然人|予以公开|部分公开|不予|禁止公开|无法提供|其他处理|在办|其中|不掌握|另行|不明确|出版物|重新出具|补正|缴费|缴纳|反复|秘密|内部事务|过程性|案卷|行政查询|三安全|第三方|审结|维持|纠正|纠错|败诉|合计|[0-9]件(?:增加|减少|增长|下降|上升)|被诉|律所|[上下]半年[0-9]|[0-9],?(?:全年|合计|共计)[0-9]|季度[0-9]|企业|败诉|(?:受理|收到|接到|接收)[0-9]|[件条项份篇次个期][(]/u;
const SUBHEADING_LENGTH = 30;

export type ClaimSource = Pick<Report, 'text' | 'folded' | 'detectedForm' | 'unit' | 'year' | 'sections' | 'tables' | 'cells' | 'secondReport'>;

export function readStatements(report: ClaimSource, known?: Recollection<SentenceResult>): Statements {
  const setting: Setting = { form: report.detectedForm.form, year: report.year?.value ?? null, owner: ownerOf(report.unit) };
  const reader = known === undefined ? readSentence : recalling(known, `${setting.form.id} ${setting.year} ${report.unit}`);
  const { claims, ...others } = readAll(report, setting, reader);
  return { claims: withoutForeign(claims), ...others };
}

/** Reads what it knows from its words, in the same setting and behind the same subject. */
function recalling(known: Recollection<SentenceResult>, setting: string): typeof readSentence {
  return (sentence, own, context) => {
    // Figures of the sentence before have places of their own.
    if (dividesWhole(sentence) && context.wholes.length > 0) return readSentence(sentence, own, context);
    const { text, opensPart, gaps, offsetAt } = sentence;
    const key = `${setting} ${context.subject} ${context.ofDisputes} ${opensPart} ${gaps()}\n${text}`;
    // A part of the key, since one of the whole text would keep that in memory as long as the sentence is known.
    const words = key.slice(key.length - text.length);
    return known.recall(key, offsetAt(0), () => readSentence({ ...sentence, text: words }, own, context));
  };
}

export function movedSentence(result: SentenceResult, by: number): SentenceResult {
  const { claims, relations, lastYear, wholes } = result;
  const movedFigure = (figure: Figure): Figure => ({ ...figure, quantity: moved(figure.quantity, by), claim: moved(figure.claim, by) });
  return { ...result, claims: moved(claims, by), relations: moved(relations, by), lastYear: moved(lastYear, by), wholes: wholes.map(movedFigure) };
}

function readAll(report: ClaimSource, setting: Setting, reader: typeof readSentence): Statements {
  const claims: Claim[] = [];
  const relations: Relation[] = [];
  const lastYear: LastYearClaim[] = [];
  let read = 0;
  for (const { sentences, part, ofDisputes } of proseOf(report)) {
    let subject: Subject | null = part;
    let wholes: readonly Figure[] = [];
    for (const sentence of sentences) {
      if (sentence.opensPart) subject = headSubject(sentence.text) ?? part;
      if (read >= MAX_SENTENCES || claims.length >= MAX_CLAIMS) return { claims, relations, lastYear };
      if (sentence.torn || !RELEVANT.test(sentence.text)) {
        wholes = [];
        continue;
      }
      const result = reader(sentence, setting, { subject, ofDisputes, wholes });
      wholes = result.wholes;
      read++;
      const verified = verifyClaims(result.claims, result.named, report);
      const isGuess = result.tentative && !isBorneOut(verified);
      claims.push(...(isGuess ? verified.map(withoutReadings) : verified));
      relations.push(...result.relations);
      if (!isGuess) lastYear.push(...result.lastYear.map((each) => withItsText(each, report.text)));
      subject = isGuess ? subject : (result.subject ?? subject);
    }
  }
  return { claims, relations, lastYear };
}

/** What is held against this year gets it as it is verified. */
function withItsText({ claim, ...rest }: LastYearClaim, text: string): LastYearClaim {
  return { ...rest, claim: { ...claim, text: text.slice(claim.span.start, claim.span.end) } };
}

const MIN_TELLING_TWICE = 2;

/** Numbers that agree by chance are small ones. */
function isBorneOut(claims: readonly Claim[]): boolean {
  const agreeing = claims.filter(({ status, kind }) => status === 'agrees' && (kind === 'count' || kind === 'share'));
  const telling = agreeing.filter(({ value, kind, decimals }) => (kind === 'share' ? decimals > 0 && value < 100 : value >= MIN_TELLING));
  return telling.length > 0 || agreeing.filter(({ value }) => value >= MIN_TELLING_TWICE).length > 1;
}

const GUESSED = /^applications\/(?:receive|accept|new|done|handle|take|rate|mean|change|carry-out|channel)(?:\/|$)/u;

/** What was read as applications only because it might be. */
function withoutReadings(claim: Claim): Claim {
  return GUESSED.test(claim.topic) ? { ...claim, scope: 'other', readings: [], reading: null, status: 'unbound' } : claim;
}

interface Stretch {
  readonly sentences: readonly Sentence[];
  /** What its part of the report speaks of: 三、收到和处理政府信息公开申请情况. */
  readonly part: Subject | null;
  readonly ofDisputes: boolean;
}

/** The sentences of each stretch of prose. */
function proseOf(report: ClaimSource): readonly Stretch[] {
  const source: ProseSource = { folded: report.folded, sections: report.sections, tables: report.tables, end: reportEnd(report) };
  const isIn = (span: Span, part: SectionId) =>
    report.sections.some((section) => section.id === part && span.start >= section.heading.end && span.start < section.span.end);
  return proseSpans(source).map((span) => ({
    sentences: sentencesIn(report.folded, span),
    part: isIn(span, 'applications') ? 'applications' : null,
    ofDisputes: isIn(span, 'disputes'),
  }));
}

/**
 * A number said of another population in one place is not held against the table in another: 备案复议案件134件 may come
 * again in a summary, or in a line that a two-column layout tore off its beginning.
 */
function withoutForeign(claims: readonly Claim[]): readonly Claim[] {
  const keyOf = ({ topic, value }: Claim) => `${topic.split('/')[0] ?? ''} ${value}`;
  const foreign = new Set(claims.filter(({ scope, status }) => scope === 'other' && status === 'unbound').map(keyOf));
  if (foreign.size === 0) return claims;
  return claims.map((claim) =>
    claim.status === 'conflicts' && claim.kind === 'count' && foreign.has(keyOf(claim)) ? { ...claim, scope: 'other', readings: [], status: 'unbound' } : claim,
  );
}

/** （二）依申请公开: below it, 收到17件 needs no noun. */
function headSubject(text: string): Subject | null {
  return /依申请|公开申请|申请办理/u.test(text.slice(0, SUBHEADING_LENGTH)) ? 'applications' : null;
}
