import { FILE_WITHIN_MS, type Reader, ask } from './ask.ts'

/** Reads public facts of the hall, which may be long on a slow line; a refusal throws with the gateway's own words. */
export async function getJson<T>(path: string, reader: Reader<T>): Promise<T> {
  const answer = await ask(path, reader, { withinMs: FILE_WITHIN_MS })
  if (answer.ok) return answer.body
  throw new Error(answer.error.code === 'not-answered' ? '读不到数据，请稍后再试。' : answer.error.message)
}
