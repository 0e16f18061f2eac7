import { accessToken } from '../../../gateway/client/access.ts'
import { askFile, withFields } from '../../../gateway/client/ask.ts'
import { pause, stopwatch } from '../../../gateway/client/page-clock.ts'
import type { DisplayPage } from '../../../gateway/contract/display-pulse.ts'
import { manageCall } from '../manage-call.ts'

/** A page that is there answers within two or three seconds. */
const PATIENCE_MS = 15_000
const AGAIN_MS = 500
const displayPages = withFields<{ items: DisplayPage[] }>('items')

/** What the pages on the screens last told; null while the gateway is away. */
export async function askPages(): Promise<DisplayPage[] | null> {
  const answer = await manageCall('/displays', displayPages)
  return answer.ok ? answer.body.items : null
}

/** Waits for the picture that a screen was asked for; null = it did not come. */
export async function askPicture(screenId: string, pictureId: string): Promise<Blob | null> {
  const token = await accessToken('supervisor', null)
  const waited = stopwatch()
  while (waited() < PATIENCE_MS) {
    const address = `/api/v1/displays/${encodeURIComponent(screenId)}/pictures/${pictureId}`
    const answer = await askFile(address, { token, withinMs: PATIENCE_MS })
    if (answer.ok) return answer.body
    await pause(AGAIN_MS)
  }
  return null
}
