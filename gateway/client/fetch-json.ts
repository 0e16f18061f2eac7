/** Reads public facts of the hall; a refusal throws with the gateway's own words. */
export async function getJson<T>(path: string): Promise<T> {
  const answer = await fetch(path, { headers: { accept: 'application/json' } })
  const body = (await answer.json()) as T & { error?: { message: string } }
  if (!answer.ok) throw new Error(body.error?.message ?? '读不到数据，请稍后再试。')
  return body
}
