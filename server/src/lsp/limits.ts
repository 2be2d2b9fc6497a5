// Bounds of the server: folders kept, stack frames logged, time to wait for settings.

/** Word documents that are kept as they were opened, to be held against the texts in the editor. */
export const MAX_KEPT_DOCUMENTS = 50;
/** Those read for a check alone: a folder check asks about fewer at once. */
export const MAX_DOCUMENTS_ASIDE = 16;
/** Folders whose `.gouji.json` is remembered. A clerk's workspace has a few; this is for those who keep a province. */
export const MAX_FOLDERS = 500;
/** Lines of a failure's stack: where it was thrown, and who asked. */
export const MAX_FRAMES = 8;
/** Longer no client is waited for that was asked for its settings; who opened a draft waits for its findings. */
export const SETTINGS_PATIENCE_MS = 1000;
/** Folders above a document whose `.gouji.json` is looked at: nobody nests drafts deeper. */
export const MAX_CONFIG_DEPTH = 32;
/** Characters typed into one cell of the form view; the input takes no more. */
export const MAX_TYPED_UNITS = 200;
