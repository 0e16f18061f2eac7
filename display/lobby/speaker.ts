import manifest from '../../assets/sounds/zh-Hans/manifest.json' with { type: 'json' }

const files = import.meta.glob<string>('../../assets/sounds/zh-Hans/*.ogg', { query: '?url', import: 'default', eager: true })
const clips = manifest as Record<string, { file: string; seconds: number }>

export interface Speaker {
  /** Plays clips without a gap; resolves when the last has ended. Silent halls take the same time. */
  play(list: readonly string[], onClip: (clip: string) => void): Promise<void>
  /** Whether the browser lets us speak; asked once. */
  ready(): Promise<boolean>
}

const UNKNOWN_CLIP_SECONDS = 0.4

/** The loudspeaker of this screen: WebAudio on local clips, decoded once. */
export function openSpeaker(): Speaker {
  const audio = new AudioContext()
  const buffers = new Map<string, AudioBuffer>()
  const loaded = Promise.all(
    Object.entries(clips).map(async ([clip, { file }]) => {
      const url = files[`../../assets/sounds/zh-Hans/${file}`]
      if (url === undefined) throw new Error(`no sound file for ${clip}`)
      buffers.set(clip, await audio.decodeAudioData(await (await fetch(url)).arrayBuffer()))
    }),
  )
  const allowed = loaded.then(
    async () => {
      await Promise.race([audio.resume().catch(() => {}), new Promise((done) => setTimeout(done, 1_000))])
      return audio.state === 'running'
    },
    () => false,
  )
  return {
    ready: () => allowed,
    async play(list, onClip) {
      const loud = await allowed
      let at = 0
      const starts = list.map((clip) => {
        const start = at
        at += buffers.get(clip)?.duration ?? clips[clip]?.seconds ?? UNKNOWN_CLIP_SECONDS
        return { clip, start }
      })
      const zero = audio.currentTime + 0.02
      if (loud) {
        for (const { clip, start } of starts) {
          const source = audio.createBufferSource()
          source.buffer = buffers.get(clip) ?? null
          source.connect(audio.destination)
          source.start(zero + start)
        }
      }
      await Promise.all(
        starts.map(({ clip, start }) => new Promise<void>((done) => setTimeout(() => {
          onClip(clip)
          done()
        }, start * 1000))),
      )
      const last = starts.at(-1)
      await new Promise((done) => setTimeout(done, Math.max(0, at - (last?.start ?? 0)) * 1000))
    },
  }
}
