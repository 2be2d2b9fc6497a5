// The bundle of documents: what is loaded with the first one, to be read or to be written.

export { openDocument } from './open-document.ts';
export { writeWord } from './word-write/write-word.ts';
