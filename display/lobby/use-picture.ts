import { useEffect } from 'preact/hooks'
import { accessToken } from '../../gateway/client/access.ts'
import { anything, ask } from '../../gateway/client/ask.ts'

/** Staff have ordered a picture of this screen: it is made and brought once. `whole`: the element that fills the window. */
export function usePicture(screenId: string, pictureId: string | null, whole: () => Element | null): void {
  useEffect(() => {
    const shown = whole()
    if (pictureId === null || shown === null) return
    void (async () => {
      const { takePicture } = await import('../shared/take-picture.ts')
      const body = await takePicture(shown)
      const address = `/api/v1/displays/${encodeURIComponent(screenId)}/pictures/${encodeURIComponent(pictureId)}`
      const token = await accessToken('display', screenId)
      if (body) await ask(address, anything, { body, type: 'image/jpeg', token })
    })().catch(() => {})
  }, [pictureId])
}
