import manifest from '../../assets/sounds/zh-Hans/manifest.json' with { type: 'json' }

const files = import.meta.glob<string>('../../assets/sounds/zh-Hans/*.ogg', { query: '?url', import: 'default', eager: true })
const clips = manifest as Record<string, { file: string; seconds: number }>

export interface Speaker {
  /** Plays clips without a gap at a volume of 0–1; resolves when the last has ended. Silent halls take the same time. */
  play(list: readonly string[], volume: number, onClip: (clip: string, heard: boolean) => void): Promise<void>
}

const UNKNOWN_CLIP_SECONDS = 0.4
const LEAD_SECONDS = 0.02
const ALLOW_MS = 1_000

/** The loudspeaker of this screen: WebAudio on local clips, decoded once. `onState` hears whether the browser lets us speak. */
export function openSpeaker(onState: (on: boolean) => void): Speaker {
  const audio = new AudioContext()
  const level = audio.createGain()
  level.connect(audio.destination)
  const buffers = new Map<string, AudioBuffer>()
  let told: boolean | null = null
  const tell = (on: boolean): boolean => {
    if (on !== told) onState(on)
    told = on
    return on
  }
  /** Only what is missing: a gateway that was away while the page loaded must not silence the whole day. */
  async function load(): Promise<void> {
    await Promise.all(
      Object.entries(clips).map(async ([clip, { file }]) => {
        const url = files[`../../assets/sounds/zh-Hans/${file}`]
        if (url === undefined || buffers.has(clip)) return
        buffers.set(clip, await audio.decodeAudioData(await (await fetch(url)).arrayBuffer()))
      }),
    )
  }
  async function ready(): Promise<boolean> {
    if (Object.keys(clips).some((clip) => !buffers.has(clip))) await Promise.race([load().catch(() => {}), after(ALLOW_MS)])
    if (audio.state !== 'running') await Promise.race([audio.resume().catch(() => {}), after(ALLOW_MS)])
    return tell(audio.state === 'running' && buffers.size > 0)
  }
  const loaded = load().then(ready, ready)

  return {
    async play(list, volume, onClip) {
      await loaded
      level.gain.value = volume
      const loud = await ready()
      let at = 0
      const starts = list.map((clip) => {
        const start = at
        at += buffers.get(clip)?.duration ?? clips[clip]?.seconds ?? UNKNOWN_CLIP_SECONDS
        return { clip, start, buffer: buffers.get(clip) }
      })
      const zero = audio.currentTime + LEAD_SECONDS
      for (const { start, buffer } of starts) {
        if (!loud || !buffer) continue
        const source = audio.createBufferSource()
        source.buffer = buffer
        source.connect(level)
        source.start(zero + start)
      }
      for (const { clip, start, buffer } of starts) setTimeout(() => onClip(clip, loud && buffer !== undefined), (LEAD_SECONDS + start) * 1000)
      await after((LEAD_SECONDS + at) * 1000)
    },
  }
}

const after = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds))
