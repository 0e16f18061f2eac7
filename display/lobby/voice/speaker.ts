import { type Recordings, askRecordings, clipUrl, clipsOf, shippedSeconds } from './clip-shelf.ts'
import { askFile } from '../../../gateway/client/ask.ts'
import { levelOf } from './level-of.ts'
import { schedule } from './schedule.ts'
import { after, pause } from '../../../gateway/client/page-clock.ts'

export interface Saying {
  language: string
  /** 0–1. */
  volume: number
  /** Ends it in the middle of a word. */
  cut: AbortSignal
}
export interface Speaker {
  /** Plays clips without a gap; resolves when the last has ended, or was cut. Silent halls take the same time. */
  play(list: readonly string[], saying: Saying, onClip: (clip: string, heard: boolean) => void): Promise<void>
  /** Whether every clip is there; half a call is worse than one in another language. */
  has(list: readonly string[], language: string): boolean
  /** Fetches what the languages of this moment still lack, so that the first call need not wait. */
  prepare(): void
}

const LEAD_SECONDS = 0.02
const ALLOW_MS = 1_000
interface Decoded {
  buffer: AudioBuffer
  gain: number
}

/** The loudspeaker of this screen: WebAudio on local clips, decoded once. `onState` hears whether the browser lets us speak. */
export function openSpeaker(onState: (on: boolean) => void, languages: () => readonly string[]): Speaker {
  const audio = new AudioContext()
  const decoded = new Map<string, Decoded>()
  let recordings: Recordings = {}
  let told: boolean | null = null
  const tell = (on: boolean): boolean => {
    if (on !== told) onState(on)
    told = on
    return on
  }
  const clip = (language: string, name: string): Decoded | undefined => decoded.get(`${language} ${name}`)
  const onTheWay = new Map<string, Promise<Decoded>>()
  /** On a slow line each call asks again for what is still missing; what is on its way is not fetched twice. */
  function decode(url: string): Promise<Decoded> {
    const known = onTheWay.get(url) ?? fetchAndDecode(url).finally(() => onTheWay.delete(url))
    onTheWay.set(url, known)
    return known
  }
  async function fetchAndDecode(url: string): Promise<Decoded> {
    const file = await askFile(url)
    if (!file.ok) throw new Error(file.error.code)
    const buffer = await audio.decodeAudioData(await file.body.arrayBuffer())
    return { buffer, gain: levelOf(buffer.getChannelData(0), buffer.sampleRate) }
  }
  /** Only what is missing: a gateway that was away while the page loaded must not silence the whole day. */
  async function load(language: string): Promise<void> {
    await Promise.all(
      clipsOf(recordings, language).map(async (name) => {
        const urls = [clipUrl(recordings, language, name), clipUrl({}, language, name)]
        for (const url of urls) {
          if (url === null || clip(language, name)) continue
          // A recording that cannot be decoded gives way to the shipped clip.
          await decode(url).then(
            (one) => void decoded.set(`${language} ${name}`, one),
            () => {},
          )
        }
      }),
    )
  }
  const missing = (language: string): boolean => clipsOf(recordings, language).some((name) => !clip(language, name))
  async function ready(): Promise<boolean> {
    const lacking = languages().filter(missing)
    if (lacking.length > 0) await Promise.race([Promise.all(lacking.map(load)), pause(ALLOW_MS)])
    if (audio.state !== 'running') await Promise.race([audio.resume().catch(() => {}), pause(ALLOW_MS)])
    return tell(audio.state === 'running' && decoded.size > 0)
  }
  const loaded = askRecordings()
    .then((found) => void (recordings = found))
    .catch(() => {})

  return {
    prepare: () => void loaded.then(() => Promise.all(languages().map(load))).then(ready, ready),
    has: (list, language) => list.every((name) => clipUrl(recordings, language, name) !== null),
    async play(list, { language, volume, cut }, onClip) {
      await loaded
      const loud = await ready()
      if (cut.aborted) return
      const level = audio.createGain()
      level.gain.value = volume
      level.connect(audio.destination)
      const { starts, seconds } = schedule(
        list,
        (name) => clip(language, name)?.buffer.duration ?? shippedSeconds(language, name),
      )
      const zero = audio.currentTime + LEAD_SECONDS
      const sources: AudioBufferSourceNode[] = []
      const timers = starts.map(({ clip: name, start }) => {
        const found = clip(language, name)
        if (loud && found) {
          const source = audio.createBufferSource()
          const own = audio.createGain()
          source.buffer = found.buffer
          own.gain.value = found.gain
          source.connect(own).connect(level)
          source.start(zero + start)
          sources.push(source)
        }
        return after((LEAD_SECONDS + start) * 1000, () => onClip(name, loud && found !== undefined))
      })
      const over = new AbortController()
      await Promise.race([pause((LEAD_SECONDS + seconds) * 1000), aborted(cut, over.signal)])
      over.abort()
      for (const stop of timers) if (cut.aborted) stop()
      for (const source of sources) if (cut.aborted) source.stop()
      level.disconnect()
    },
  }
}

/** One signal lasts for days; whoever no longer waits must not stay on it. */
const aborted = (cut: AbortSignal, over: AbortSignal): Promise<void> =>
  new Promise((done) => cut.addEventListener('abort', () => done(), { once: true, signal: over }))
