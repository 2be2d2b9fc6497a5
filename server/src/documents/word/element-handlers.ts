// What a reader of a part does at its elements and words: the shapes that the scanner calls, and that each reader fills in.

/** What is done where an element begins and ends. `Reader` is whoever keeps what was read. */
export interface ElementHandler<Reader> {
  /** `skip`: nothing within is looked at. */
  readonly open?: (reader: Reader, attributes: Attributes) => 'skip' | void;
  readonly close?: (reader: Reader, tag: Tag) => void;
}

/** By our prefix and the local name: `w:tbl`. */
export type Handlers<Reader> = Pick<ReadonlyMap<string, ElementHandler<Reader>>, 'get'>;

export interface TextHandler<Reader> {
  readonly text: (reader: Reader, start: number, end: number) => void;
  /** A character that is written as an entity from `start` to `end`. */
  readonly entity: (reader: Reader, codePoint: number, place: { readonly start: number; readonly end: number }) => void;
}

/** Where a tag begins, and where it ends. */
interface Tag {
  readonly at: number;
  readonly behind: number;
}

/** Of the element that begins. */
export interface Attributes extends Tag {
  /** By local name, whatever the prefix; null where there is none. */
  readonly get: (localName: string) => string | null;
}
