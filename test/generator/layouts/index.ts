// Every layout the generator knows.

import * as browsers from './browsers.ts';
import * as cellLines from './cell-lines.ts';
import * as drawn from './drawn.ts';
import * as html from './html.ts';
import type { Layout } from './layout.ts';
import * as lists from './lists.ts';
import * as mixtures from './mixtures.ts';
import * as oneLine from './one-line.ts';
import * as pdfColumns from './pdf-columns.ts';
import * as pdfStreams from './pdf-streams.ts';
import * as pipes from './pipes.ts';
import * as spaceRows from './space-rows.ts';
import * as tabs from './tabs.ts';
import * as torn from './torn.ts';

export const LAYOUTS: readonly Layout[] = [
  spaceRows,
  tabs,
  cellLines,
  pipes,
  html,
  drawn,
  browsers,
  pdfStreams,
  pdfColumns,
  mixtures,
  oneLine,
  lists,
  torn,
].flatMap((module) => Object.values<Layout>(module));
