// A generated report before a layout prints it: blocks of text and grids, with the values it holds.

import type { CellKey, Form } from '../../server/src/forms/form.ts';
import { NEWEST_FORM } from '../../server/src/forms/index.ts';
import { DRAFT_FORMS, type DraftForm } from '../support/draft.ts';
import { yearIn } from '../support/forms.ts';
import { buildGrids, type Grid } from './grid.ts';
import { drawOrgan, type Organ } from './organs.ts';
import { nestedOverviewParagraphs, otherParagraphs, overviewParagraphs, preambleParagraphs, problemParagraphs } from './prose.ts';
import type { Rng } from './rng.ts';
import { type Density, drawValues, type Values } from './values.ts';

export type Block = { readonly kind: 'title' | 'heading' | 'paragraph' | 'signature'; readonly text: string } | { readonly kind: 'table'; readonly grid: Grid };

export interface ReportModel {
  readonly form: Form;
  readonly formKind: DraftForm;
  readonly organ: Organ;
  readonly year: number;
  /** Null where the report carries no title. */
  readonly unit: string | null;
  readonly density: Density;
  readonly values: Values;
  readonly blocks: readonly Block[];
}

export interface ModelOptions {
  readonly formKind?: DraftForm;
  readonly density?: Density;
  /** 一、二、三、 inside part one. */
  readonly nested?: boolean;
  /** Cells that the clerk typed wrongly. */
  readonly slips?: ReadonlyMap<CellKey, number>;
}

/** How often each form is drawn. A form more takes the newest one's places; with a place more every seed would draw another report. */
const FORMS_DRAWN: readonly DraftForm[] = ['2019', '2019', '2021', '2021', NEWEST_FORM.id, NEWEST_FORM.id, 'hybrid'];
const LAST_YEAR = 2025;

export function buildModel(options: ModelOptions, rng: Rng): ReportModel {
  const formKind = options.formKind ?? rng.pick(FORMS_DRAWN);
  const density = options.density ?? rng.pick<Density>(['zero', 'sparse', 'sparse', 'dense', 'huge']);
  const form = DRAFT_FORMS[formKind];
  const year = rng.int(form.years[0], yearIn(form.id, LAST_YEAR));
  const organ = drawOrgan(rng);
  const drawn = drawValues({ form, density, mayRegulate: organ.mayRegulate }, rng);
  // The prose keeps to the true figures: a slip of the table is a slip of the table alone.
  const facts = { organ, year, values: drawn, newerForm: formKind !== '2019' };
  const slips = [...(options.slips ?? [])].map(([key, value]) => [key, { value, text: String(value) }] as const);
  const values: Values = new Map([...drawn, ...slips]);
  const place = rng.pick(['top', 'top', 'top', 'top', 'inside', 'absent'] as const);
  const title: Block[] = [{ kind: 'title', text: titleOf(organ.name, year, rng) }];
  const headings = form.sections.map<Block>((section) => ({ kind: 'heading', text: `${section.numeral}、${section.title}` }));
  const [overview, proactive, applications, disputes, problems, other] = headings;
  const [proactiveGrid, applicationsGrid, disputesGrid] = buildGrids(form, values);
  const paragraphs = (texts: readonly string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }));
  const blocks: (Block | undefined)[] = [
    ...(place === 'top' ? title : []),
    ...(rng.chance(0.6) ? paragraphs(preambleParagraphs(facts, rng)) : []),
    overview,
    ...(place === 'inside' ? title : []),
    ...paragraphs(options.nested === true ? nestedOverviewParagraphs(facts, rng) : overviewParagraphs(facts, rng)),
    proactive,
    { kind: 'table', grid: proactiveGrid },
    applications,
    { kind: 'table', grid: applicationsGrid },
    disputes,
    { kind: 'table', grid: disputesGrid },
    problems,
    ...paragraphs(problemParagraphs(facts, rng)),
    other,
    ...paragraphs(otherParagraphs(facts, rng)),
    ...(rng.chance(0.3) ? signature(organ.name, year, rng) : []),
  ];
  return {
    form,
    formKind,
    organ,
    year,
    unit: place === 'absent' ? null : organ.name,
    density,
    values,
    blocks: blocks.filter((block) => block !== undefined),
  };
}

function titleOf(organ: string, year: number, rng: Rng): string {
  return rng.pick([
    `${organ}${year}年政府信息公开工作年度报告`,
    `${organ}${year}年政府信息公开工作年度报告`,
    `${organ} ${year} 年政府信息公开工作年度报告`,
    `${year}年${organ}政府信息公开工作年度报告`,
    `${organ}${year}年度政府信息公开工作年度报告`,
    `${organ}${year}年政府信息公开年度报告`,
  ]);
}

function signature(organ: string, year: number, rng: Rng): Block[] {
  return [
    { kind: 'signature', text: organ },
    { kind: 'signature', text: `${year + 1}年1月${rng.int(4, 30)}日` },
  ];
}
