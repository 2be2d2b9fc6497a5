// Who stands at comments and revisions, and when: as the person says, else 勾稽 and now, never the account's name.

export interface Authorship {
  readonly author: string;
  /** ISO 8601, to the second. */
  readonly date: string;
}

const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?$/u;

/** Where nobody is named. */
export function ourselves(time = new Date()): Authorship {
  return { author: '勾稽', date: time.toISOString().replace(/\.\d+Z$/u, 'Z') };
}

/** As the person wrote them (2026-01-05, 2026-01-05T09:00); what is left out or blank is ours. Null where the date is none. */
export function authorship(author = '', date = ''): Authorship | null {
  const [name, written] = [author.trim(), date.trim()];
  if (written !== '' && !DATE.test(written)) return null;
  const time = written === '' ? new Date() : new Date(written.includes('T') ? written : `${written}T00:00:00Z`);
  if (Number.isNaN(time.getTime())) return null;
  return { ...ourselves(time), ...(name !== '' && { author: name }) };
}
