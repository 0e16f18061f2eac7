import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { MediaItem } from '../../gateway/contract/wall-view.ts'

/** What has not come by then is passed over: a picture that never loads must not leave a hole. */
const LOAD_WITHIN_MS = 8_000
/** A broken one is tried again later; it may have been mended. */
const AGAIN_MS = 600_000

export type Broken = 'load' | 'late' | 'play'
interface MediaProps {
  items: readonly MediaItem[]
  onPlayed: (id: string, seconds: number) => void
  onBroken: (id: string, why: Broken) => void
}

/** Pictures and films in turn. One that does not work is skipped and reported; nothing stands longer than its time. */
export function MediaZone({ items, onPlayed, onBroken }: MediaProps): JSX.Element | null {
  const turn = useSignal(0)
  const broken = useSignal<Readonly<Record<string, number>>>({})
  const sound = items.filter(({ id, url }) => Date.now() - (broken.value[`${id} ${url}`] ?? 0) > AGAIN_MS)
  const item = sound[turn.value % Math.max(1, sound.length)]
  const loaded = useSignal(false)
  const skip = (why: Broken): void => {
    if (!item) return
    broken.value = { ...broken.value, [`${item.id} ${item.url}`]: Date.now() }
    onBroken(item.id, why)
  }
  useEffect(() => {
    if (!item) return
    loaded.value = false
    const since = Date.now()
    const late = setTimeout(() => !loaded.value && skip('late'), LOAD_WITHIN_MS)
    const end = setTimeout(() => void (turn.value += 1), Math.max(2, item.seconds) * 1000 + LOAD_WITHIN_MS / 4)
    return () => {
      clearTimeout(late)
      clearTimeout(end)
      if (loaded.value) onPlayed(item.id, Math.round((Date.now() - since) / 1000))
    }
  }, [item?.id, item?.url, turn.value])
  if (!item) return null
  const ready = (): void => void (loaded.value = true)
  const key = `${item.id} ${item.url} ${turn.value}`
  return item.kind === 'video' ? (
    <video key={key} src={item.url} autoPlay muted playsInline onLoadedData={ready} onError={() => skip(loaded.value ? 'play' : 'load')} />
  ) : (
    <img key={key} src={item.url} alt="" onLoad={ready} onError={() => skip('load')} />
  )
}
