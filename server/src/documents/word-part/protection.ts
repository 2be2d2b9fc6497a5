// Whether a document may be changed at all, and whether its changes are kept as revisions.

import { partKey } from '../zip/directory.ts';
import type { WordContent } from '../word/open-word.ts';
import { isOn } from '../word/styles.ts';
import type { Handlers } from '../word/element-handlers.ts';
import { scanXml } from '../word/xml.ts';

export interface Protection {
  readonly locked: 'protected' | 'signed' | null;
  readonly keepsRevisions: boolean;
}

const SIGNATURES = partKey('_xmlsignatures/origin.sigs');

export function protectionOf({ archive, parts, part }: WordContent): Protection {
  const name = parts.related(part.name, 'settings');
  const settings = name === null ? 'absent' : parts.read(name);
  const found = { locked: false, keepsRevisions: false };
  // What is there and cannot be read may say that nothing is to be changed.
  const isUnread = typeof settings === 'string' ? settings !== 'absent' : scanXml({ xml: settings.xml, handlers: SETTINGS, reader: found }) !== null;
  const isSigned = archive.entries.has(SIGNATURES);
  return { locked: isSigned ? 'signed' : found.locked || isUnread ? 'protected' : null, keepsRevisions: found.keepsRevisions };
}

const SETTINGS: Handlers<{ locked: boolean; keepsRevisions: boolean }> = new Map([
  [
    'w:documentProtection',
    {
      open: (found, attributes) => {
        // The template of the form has one that is not enforced.
        if (!/^(?:1|true|on)$/u.test(attributes.get('enforcement') ?? '')) return;
        if (attributes.get('edit') === 'trackedChanges') found.keepsRevisions = true;
        else if (attributes.get('edit') !== 'none') found.locked = true;
      },
    },
  ],
  [
    'w:trackRevisions',
    {
      open: (found, attributes) => {
        if (isOn(attributes)) found.keepsRevisions = true;
      },
    },
  ],
]);
