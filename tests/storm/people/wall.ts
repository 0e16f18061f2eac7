import { effect } from '@preact/signals'
import { openAnnouncer } from '../../../display/lobby/announce.ts'
import { wallShown } from '../../../display/lobby/wall-shown.ts'
import type { StormPage } from '../page.ts'
import { pause } from '../seams/storm-time.ts'
import type { Witness } from '../witness.ts'

const CLIP_MS = 900

/** The wall's loudspeaker: the product's own announcer behind the page's views, with clips that only take their time. */
export function listenToWall(page: StormPage, witness: Witness): void {
  const shown = wallShown(page.hall, 'L1')
  const announcer = openAnnouncer({
    speaker: {
      has: () => true,
      async play(clips, _, onClip) {
        for (const clip of clips) {
          onClip(clip, true)
          await pause(CLIP_MS)
        }
      },
    },
    memory: {
      getItem: (key) => page.storage.get(key) ?? null,
      setItem: (key, value) => void page.storage.set(key, value),
    },
    now: page.hall.now,
    pause,
    manner: () => ({ volume: 1, times: 1, onceFrom: 4, languages: ['zh-Hans'], emergencyVolume: 1 }),
    onSpeaking: () => {},
    onClip: ({ clip, callId }) => void (clip === 'chime' && witness.speak(callId)),
  })
  effect(() => {
    const view = shown.value
    if (view)
      announcer.hear({
        calls: view.calls,
        takenBack: view.takenBack,
        announcements: view.wall.announcements,
        emergency: view.emergency,
      })
  })
}
