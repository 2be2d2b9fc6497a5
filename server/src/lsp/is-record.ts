// Has what came from outside fields at all? Options, settings and changes of documents are looked at so before they are trusted.

export function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
