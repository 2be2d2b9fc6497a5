// Documents as a bundle of its own: loaded with the first of them.

export { openDocument } from './open.ts';
