import { type HallConnection, connect } from '../../../gateway/client/connect.ts'
import type { PageRole } from '../../../gateway/client/access.ts'
import { pageGlobals } from './page-globals.ts'

/** The real `connect` of a page, in Node, over the line at `url`; it is online when this resolves. All pages of a process share one address. */
export async function pageAt(
  url: string,
  role: PageRole,
  id: string | null,
  topics: string[],
): Promise<HallConnection> {
  pageGlobals(url)
  const hall = connect({ role, id, topics })
  await until(() => hall.online.value)
  return hall
}

/** Milliseconds until it is so; looks twenty times a second. */
export async function until(isSo: () => boolean, withinMs = 60_000): Promise<number> {
  const since = performance.now()
  while (!isSo()) {
    if (performance.now() - since > withinMs) throw new Error(`it was not so within ${withinMs} ms`)
    await sleep(50)
  }
  return performance.now() - since
}
export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
