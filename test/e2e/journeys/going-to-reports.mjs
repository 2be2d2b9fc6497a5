// Reports of the workspace are gone to by organ, also those that are not open, and also after the server has died.

import { balanced, changed } from '../drafts/drafts.mjs';
import { equal } from '../expect.mjs';
import { servers } from '../servers.mjs';

const OPEN = '柳溪镇.nb.txt';
const CLOSED = '旧稿/松岭镇.nb.txt';
/** The title of the closed report alone. */
const closed = changed(balanced, '柳溪镇人民政府2023年', '松岭镇人民政府2023年');

export const goingToReports = [
  {
    name: 'a report that is not open is gone to by its organ, after the server was killed too',
    locales: ['zh-cn'],
    hosts: ['node'],
    files: { [OPEN]: balanced, [CLOSED]: closed },
    open: [OPEN],
    run: async (editor) => {
      await editor.findSymbol('松岭');
      const [server] = await servers();
      process.kill(server, 'SIGKILL');
      await editor.findSymbol('松岭');
      equal((await servers()).includes(server), false, 'the killed server');
    },
  },
];
