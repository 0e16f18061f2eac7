import { after } from '../../../gateway/client/page-clock.ts'
import type { Voice, VoiceDeps } from './wall-voice.ts'

const AGAIN_MS = 2_000

/** The wall is read before it is heard: what speaks comes behind the first picture, and then hears all that was brought meanwhile. */
export function lateVoice(firstPicture: Promise<void>, deps: VoiceDeps): Voice {
  let voice: Voice | null = null
  const missed: ((open: Voice) => void)[] = []
  const tell = (what: (open: Voice) => void): void => {
    if (voice) what(voice)
    else missed.push(what)
  }
  const read = (): void =>
    void import('./wall-voice.ts').then(
      ({ openWallVoice }) => {
        const open = openWallVoice(deps)
        for (const what of missed.splice(0)) what(open)
        voice = open
      },
      () => void after(AGAIN_MS, read),
    )
  void firstPicture.then(read)
  return { hear: (heard) => tell((open) => open.hear(heard)), prepare: () => tell((open) => open.prepare()) }
}
