import { readHall } from '../config.ts'
import type { StreamAddress } from '../stream/stream-address.ts'

/** How far the log on the server goes. null = this hall has its log in the data folder alone. */
export type StreamReach = { ok: true; seq: number } | { ok: false; words: string[] } | null

/** Asks the log server of a hall that has one; the packages of the engine are loaded only then. */
export async function streamReach(settings: { stream: StreamAddress | null; hallDir: string }): Promise<StreamReach> {
  const { stream, hallDir } = settings
  if (stream === null) return null
  const read = stream.hall === null ? readHall(hallDir) : null
  if (read !== null && !read.ok) return { ok: false, words: ['大厅文件夹读不出来，不知道日志服务器上是哪个大厅。'] }
  const { askStreamEnd } = await import('../stream/stream-end.ts')
  return askStreamEnd(stream, read?.hall.id ?? '')
}
