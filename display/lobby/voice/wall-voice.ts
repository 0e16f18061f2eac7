import { type Heard, type Stage, openAnnouncer } from '../announce.ts'
import { openSpeaker } from './speaker.ts'

/** The loudspeaker of a wall: what its views bring, and the clips fetched before they are said. */
export interface Voice {
  hear(heard: Heard): void
  prepare(): void
}
export interface VoiceDeps extends Omit<Stage, 'speaker'> {
  /** Whether the browser lets the page sound. */
  onSound(on: boolean): void
  /** The folders of clips that this wall speaks from. */
  voices(): readonly string[]
}

export function openWallVoice({ onSound, voices, ...stage }: VoiceDeps): Voice {
  const speaker = openSpeaker(onSound, voices)
  const announcer = openAnnouncer({ speaker, ...stage })
  return { hear: (heard) => announcer.hear(heard), prepare: () => speaker.prepare() }
}
