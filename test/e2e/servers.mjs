// Which processes run this extension's server for the host under test?

import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'

export const SERVER = path.resolve(import.meta.dirname, '../../dist/server.js')

export async function servers() {
  const found = []
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue
    const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0')
    if (words.some((word) => word === SERVER) && words.includes('--node-ipc')) found.push(Number(pid))
  }
  return found
}
