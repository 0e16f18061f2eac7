import { useEffect, useState } from 'preact/hooks'
import type { OrderLine } from '../../shared/staff/order-line.ts'
import { askPicture } from './ask-screens.ts'

export type Picture =
  | { state: 'none' }
  | { state: 'dark' }
  | { state: 'waiting' }
  | { state: 'silent' }
  | { state: 'here'; url: string; at: number }

/** What a wall shows now, when somebody asks. `isOn`: its page is there; one that is not cannot answer, and that is said at once. */
export function usePicture(
  screenId: string,
  isOn: boolean,
  now: () => number,
  orders: OrderLine,
): { picture: Picture; look(): Promise<void> } {
  const [picture, setPicture] = useState<Picture>({ state: 'none' })
  useEffect(() => () => (picture.state === 'here' ? URL.revokeObjectURL(picture.url) : undefined), [picture])
  return {
    picture,
    async look() {
      if (!isOn) return setPicture({ state: 'dark' })
      setPicture({ state: 'waiting' })
      const given = await orders.press({
        id: `look ${screenId}`,
        commands: [{ type: 'picture-screen', screenId }],
        done: null,
        then: (result) => {
          void askPicture(screenId, (result as { pictureId: string }).pictureId).then((blob) =>
            setPicture(blob ? { state: 'here', url: URL.createObjectURL(blob), at: now() } : { state: 'silent' }),
          )
        },
      })
      // Why it was not asked is said by the page; the place of the picture does not wait for ever.
      if (!given) setPicture({ state: 'none' })
    },
  }
}
