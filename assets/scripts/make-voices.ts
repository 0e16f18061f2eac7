import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { levelSamples, trimSamples } from './voices/level-samples.ts'
import { type SpokenWord, sentences, spokenWords } from './voices/spoken-words.ts'
import { steadyOgg } from './voices/steady-ogg.ts'

/** `npm run voices`: speaks every clip with espeak-ng, trims, levels and packs it. Needs espeak-ng and sox; the same versions give the same bytes. */
const RATE = 22_050
const work = mkdtempSync(join(tmpdir(), 'voices-'))
const run = (program: string, ...args: string[]): Buffer =>
  execFileSync(program, args, { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64e6 })
const raw = ['-t', 'raw', '-e', 'floating-point', '-b', '32', '-r', String(RATE), '-c', '1']

const samplesOf = (bytes: Buffer): Float32Array => new Float32Array(Uint8Array.from(bytes).buffer)
function say({ voice, words }: SpokenWord): Float32Array {
  const file = join(work, 'said.wav')
  run('espeak-ng', '-v', voice, '-s', voice === 'cmn' ? '150' : '140', '-p', '45', '-w', file, words)
  return samplesOf(run('sox', '-D', file, ...raw, '-'))
}
/** Two falling tones: everybody in a hall knows them. The alarm: three rising ones, twice. */
const tones = (list: readonly [hertz: number, seconds: number][]): Float32Array =>
  Float32Array.from(
    list.flatMap(([hertz, seconds]) =>
      Array.from({ length: Math.round(seconds * RATE) }, (_, nth) => {
        const at = nth / RATE
        return Math.sin(2 * Math.PI * hertz * at) * Math.min(1, at / 0.01, (seconds - at) / 0.06) * Math.exp(-at * 1.5)
      }),
    ),
  )

function pack(folder: string, clip: string, samples: Float32Array): { file: string; seconds: number } {
  const level = levelSamples(trimSamples(samples))
  const [from, to] = [join(work, 'level.raw'), join(work, 'level.ogg')]
  writeFileSync(from, Buffer.from(level.buffer))
  run('sox', '-D', ...raw, from, '-C', '0', to)
  writeFileSync(join(folder, `${clip}.ogg`), steadyOgg(readFileSync(to)))
  return { file: `${clip}.ogg`, seconds: Math.round((level.length / RATE) * 1000) / 1000 }
}

for (const [language, words] of Object.entries(spokenWords)) {
  const folder = join(import.meta.dirname, '../sounds', language)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const manifest: Record<string, { file: string; seconds: number }> = {}
  for (const [clip, word] of Object.entries(words)) manifest[clip] = pack(folder, clip, say(word))
  const high = [880, 660].map((hertz): [number, number] => [hertz, 0.6])
  const rising = [520, 700, 930, 520, 700, 930].map((hertz): [number, number] => [hertz, 0.3])
  if (language === 'zh-Hans') {
    manifest['chime'] = pack(folder, 'chime', tones(high))
    manifest['alarm'] = pack(folder, 'alarm', tones(rising))
  }
  const clipOf = Object.fromEntries(
    Object.entries(sentences[language] ?? {}).map(([clip, sentence]) => [sentence, clip]),
  )
  writeFileSync(join(folder, 'sentences.json'), `${JSON.stringify(clipOf, null, 2)}\n`)
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  console.log(`${language}: ${Object.keys(manifest).length} clips`)
}
rmSync(work, { recursive: true, force: true })
