// Messages between the form view's page and the extension. Shapes only.

import type { FormView } from '../../../server/src/protocol/requests.ts';
import type { CellKey } from '../../../server/src/forms/form.ts';
import type { Range } from '../../../server/src/text/span.ts';

export type ToPage =
  /** The text of `version`. What it says of an older version than was drawn is passed over. */
  | { readonly kind: 'view'; readonly version: number; readonly view: FormView; readonly isReadOnly: boolean }
  /** The text is no report any more, or nobody is there to read it. */
  | { readonly kind: 'nothing'; readonly why: 'no-report' | 'no-server' }
  /** What was typed stands in the text of this version. */
  | { readonly kind: 'written'; readonly id: number; readonly version: number }
  /** It does not; the text is as it was. */
  | { readonly kind: 'refused'; readonly id: number; readonly reason: string }
  /** The cursor of the text is in this cell. */
  | { readonly kind: 'cursor'; readonly key: CellKey | null }
  /** What can be done about a finding, by title. */
  | { readonly kind: 'actions'; readonly request: number; readonly titles: readonly string[] }
  /** The report in the official layout, to be copied. */
  | { readonly kind: 'page'; readonly html: string }
  /** Whatever is typed is to be written now, since the text is about to be saved. */
  | { readonly kind: 'flush' };

export type FromPage =
  /** `layout` is what the page has drawn already. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'write'; readonly id: number; readonly key: CellKey; readonly text: string }
  /** Everything that was typed is on its way. */
  | { readonly kind: 'flushed' }
  | { readonly kind: 'focus'; readonly key: CellKey }
  | { readonly kind: 'reveal'; readonly range: Range }
  | { readonly kind: 'actions'; readonly request: number; readonly range: Range; readonly message: string }
  | { readonly kind: 'act'; readonly request: number; readonly index: number }
  | { readonly kind: 'paste'; readonly key: CellKey; readonly block: string }
  /** The report as it is handed in: as a file, or for the clipboard. */
  | { readonly kind: 'print' }
  | { readonly kind: 'copy-page' };

/** The view's name in the manifest. */
export const FORM_VIEW_TYPE = 'gouji.form';
