// The server dies in the middle of work: its findings come back by themselves, and what was typed stays.

import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { balanced, brokenTotal as draft, DISPUTES_ROW_BROKEN } from '../drafts/drafts.mjs'
import { positionOf } from '../editor.mjs'
import { equal, includes } from '../expect.mjs'
import { eventually, settled } from '../wait.mjs'

const NAME = '柳溪镇.nb.txt'
const TYPED = '本段尚未保存。'
/** What the design promises; starting a process on a busy machine is most of it. */
const BACK_MS = 10_000

/** The processes that run this extension's server for the host under test. */
async function servers() {
  const found = []
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
    if (words.some((word) => word === SERVER) && words.includes('--node-ipc')) found.push(Number(pid))
  }
  return found
}

const SERVER = path.resolve(import.meta.dirname, '../../../dist/server.js')

export const killedServer = [
  {
    name: 'a killed server comes back with its findings, and nothing typed is lost',
    locales: ['zh-cn'],
    hosts: ['node'],
    files: { [NAME]: draft },
    open: [NAME],
    run: async (editor, { shot }) => {
      await editor.problemsOf((rows) => rows.length === 1, 'one finding')
      await editor.goTo(positionOf(draft, DISPUTES_ROW_BROKEN, DISPUTES_ROW_BROKEN.indexOf('8') + 1))
      await editor.type('0')
      await editor.problemsOf((rows) => rows.some(({ text }) => text.includes('为80')), 'the finding for 80')
      const before = await servers()
      equal(before.length, 1, 'servers that run')
      process.kill(before[0], 'SIGKILL')
      const killed = Date.now()
      await eventually('another server', async () => (await servers()).some((pid) => pid !== before[0]))
      await editor.press('Backspace')
      await editor.problemsOf((rows) => rows.length === 1 && rows.every(({ text }) => !text.includes('为80')), 'the finding for 8, of the new server')
      const took = Date.now() - killed
      console.log(`        findings were back ${took} ms after the kill`)
      equal(took < BACK_MS, true, `back in time (${took} ms)`)
      await settled('the squiggle', () => editor.squiggles(), (count) => count > 0)
      await editor.press('End')
      await editor.type(TYPED)
      includes((await editor.visibleLines()).join('\n'), TYPED, 'what is typed')
      equal(await editor.page.locator('.tab.active.dirty').count(), 1, 'the draft still to be saved')
      equal(await readFile(path.join(editor.folder, NAME), 'utf8'), draft, 'the draft on disk')
      equal((await editor.notifications()).filter((text) => text.includes('crashed')), [], 'messages about it')
      for (const _ of TYPED) await editor.press('Backspace')
      await editor.openFixes()
      await editor.pickFix('改为 3')
      await editor.problemsOf((rows) => rows.length === 0, 'no finding after the fix')
      await shot('killed-server')
      await editor.saveAs(NAME, balanced)
    },
  },
]
