// The first of the two editors under test: the browser workbench of `npm start`, extensions in a web worker.

import { serveWorkbench } from '../../workbench/host.mjs';

export const name = 'web';

export async function startWebHost(extensionRoot) {
  return {
    name,
    /** Serves `folder` on its own, with another copy of the extension where one is given; the page opens the files of `open`. */
    openFolder: async ({ folder, locale, open, extension = extensionRoot }) => {
      const host = await serveWorkbench({ folder, extensionRoot: extension, open, locale });
      return { url: host.url, cookies: [], close: host.close };
    },
    close: () => Promise.resolve(),
  };
}
