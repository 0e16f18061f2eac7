import { accessToken } from '../../../gateway/client/access.ts'
import type { DisplayPage } from '../../../gateway/contract/display-pulse.ts'

/** A page that is there answers within two or three seconds. */
const PATIENCE_MS = 15_000
const AGAIN_MS = 500

const asStaff = async (): Promise<{ authorization: string }> => ({
  authorization: `Bearer ${(await accessToken('supervisor', null)) ?? ''}`,
})

/** What the pages on the screens last told; null while the gateway is away. */
export async function askPages(): Promise<DisplayPage[] | null> {
  const answer = await fetch('/api/v1/displays', { headers: await asStaff() }).catch(() => null)
  return answer?.ok ? ((await answer.json()) as { items: DisplayPage[] }).items : null
}

/** Waits for the picture that a screen was asked for; null = it did not come. */
export async function askPicture(screenId: string, pictureId: string): Promise<Blob | null> {
  const headers = await asStaff()
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    const answer = await fetch(`/api/v1/displays/${encodeURIComponent(screenId)}/pictures/${pictureId}`, {
      headers,
    }).catch(() => null)
    if (answer?.ok) return answer.blob()
    await new Promise((done) => setTimeout(done, AGAIN_MS))
  }
  return null
}
