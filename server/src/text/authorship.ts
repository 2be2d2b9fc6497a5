// Who stands at comments and revisions, and when: as the person says, else 勾稽 and now, never the account's name.

export interface Authorship {
  readonly author: string;
  /** ISO 8601, to the second, by the clock on the wall: Word writes its Z behind local time and shows it as it stands. */
  readonly date: string;
}

const DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?Z?)?$/u;

/** Where nobody is named. */
export function ourselves(time = new Date()): Authorship {
  return { author: '勾稽', date: toTheSecond(time.getTime() - time.getTimezoneOffset() * 60_000) };
}

/** As the person wrote them (2026-01-05, 2026-01-05T09:00); what is left out or blank is ours. Null where the date is none, as of a 30th of February. */
export function authorship(author = '', date = ''): Authorship | null {
  const by = ourselves();
  const [name, written] = [author.trim() || by.author, date.trim()];
  if (written === '') return { ...by, author: name };
  const [, day = '', minute = '00:00', second = ':00'] = DATE.exec(written) ?? [];
  const whole = `${day}T${minute}${second}Z`;
  const time = Date.parse(whole);
  return Number.isNaN(time) || toTheSecond(time) !== whole ? null : { author: name, date: whole };
}

function toTheSecond(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/u, 'Z');
}
