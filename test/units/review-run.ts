// Runs a review over folders of forty invented units, with what is planted in them, and reads what it says.

import readWorkbook from 'read-excel-file/universal';
import { gouji } from '../cli/call.ts';
import { bytesOf, folderWith } from '../cli/support.ts';
import { foldersOf, reportText, twoYears, type TwoYears } from './two-years.ts';

export interface ReviewJson {
  readonly year: number;
  readonly notes: readonly string[];
  readonly units: readonly {
    readonly name: string;
    readonly state: string;
    readonly path: string | null;
    readonly previous: string | null;
    readonly silencedByUnit: number;
    readonly copies: readonly string[];
    readonly unchecked: readonly string[];
    readonly findings: readonly {
      readonly rule: string;
      readonly severity: string;
      readonly message: string;
      readonly path: string | null;
      readonly cells: readonly string[];
      readonly silencedByUnit: boolean;
      readonly related: readonly { readonly path: string; readonly range: unknown }[];
    }[];
    readonly look: {
      readonly gone: readonly unknown[];
      readonly added: number;
      readonly remaining: number;
      readonly changed: readonly { readonly cell: string; readonly asked: boolean }[];
    } | null;
  }[];
}

export async function review(
  cwd: string,
  ...more: readonly string[]
): Promise<{ readonly status: number; readonly json: ReviewJson; readonly stderr: string }> {
  const { status, stderr } = await gouji(
    { cwd },
    'review',
    '本年',
    '--previous',
    '上年',
    '--units',
    '名单.csv',
    '--as-of',
    '2025-02-10',
    '--out',
    'r.json',
    ...more,
  );
  return { status, stderr, json: JSON.parse(bytesOf(cwd, 'r.json').toString()) as ReviewJson };
}

/** Rule of each finding with the unit it is told of. */
export function told({ units }: ReviewJson): readonly string[] {
  return units.flatMap(({ name, findings }) => findings.map(({ rule }) => `${rule} ${name}`));
}

export function unitOf(json: ReviewJson, name: string) {
  const unit = json.units.find((each) => each.name === name);
  if (unit === undefined) throw new Error(`no ${name}`);
  return unit;
}

/** Of the workbook, sheet by sheet. */
export async function sheetsOf(cwd: string): Promise<readonly (readonly (readonly string[])[])[]> {
  const sheets = await readWorkbook(new Blob([Uint8Array.from(bytesOf(cwd, 'r.xlsx'))]));
  return sheets.map(({ data }) => data.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))));
}

export const UNITS = twoYears(40);

export function at(index: number): TwoYears {
  const unit = UNITS[index];
  if (unit === undefined) throw new Error('no such unit');
  return unit;
}

export function changed({ now }: TwoYears, cells: Readonly<Record<string, number>>): string {
  return reportText({ ...now, figures: { cells: { ...now.figures.cells, ...cells } } });
}

export function fileOf(index: number, year: '本年' | '上年' = '本年'): string {
  return `${year}/${index}-${at(index).unit.level}.txt`;
}

/** A folder of forty units with what is planted: null takes a file away. */
export function planted(files: Readonly<Record<string, string | null>>): string {
  const all = Object.entries({ ...foldersOf(UNITS), ...files }).flatMap(([name, text]) => (text === null ? [] : [[name, text] as const]));
  return folderWith(Object.fromEntries(all));
}
