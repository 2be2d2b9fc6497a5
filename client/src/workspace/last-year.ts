// Where does last year's report of a draft lie? Looked for by name first: only few files are read. Pure but for the reading.

/** A year that a file's name holds. */
const YEAR = /(?<!\d)20\d\d(?!\d)/gu;

/** Whether a file of that name may be the report of `year`: it names it, or no year at all. */
export function mayBeOf(name: string, year: number): boolean {
  const years: readonly string[] = name.match(YEAR) ?? [];
  return years.length === 0 || years.includes(String(year));
}

/** Those that name the year come first. */
export function byYear<File extends { readonly name: string }>(files: readonly File[], year: number): readonly File[] {
  const names = ({ name }: File) => name.includes(String(year));
  const fitting = files.filter(({ name }) => mayBeOf(name, year));
  return [...fitting.filter(names), ...fitting.filter((file) => !names(file))];
}
