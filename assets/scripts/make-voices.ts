import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { spokenLanguages } from '../../gateway/contract/spoken-languages.ts'
import { levelSamples, trimSamples } from './voices/level-samples.ts'
import { fixedSentences } from './voices/fixed-sentences.ts'
import { type SpokenWord, sentences, spokenWords } from './voices/spoken-words.ts'
import { steadyOgg } from './voices/steady-ogg.ts'
import { writePack } from './voices/write-pack.ts'

/**
 * `npm run voices`: speaks every clip with espeak-ng, trims, levels and packs it; and every fixed sentence of the terminal, for reading aloud
 * (`-- --read`: those alone). Needs espeak-ng, sox and opusenc; the same versions give the same bytes.
 */
const RATE = 22_050
const work = mkdtempSync(join(tmpdir(), 'voices-'))
const run = (program: string, ...args: string[]): Buffer =>
  execFileSync(program, args, { stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64e6 })
const raw = ['-t', 'raw', '-e', 'floating-point', '-b', '32', '-r', String(RATE), '-c', '1']

const samplesOf = (bytes: Buffer): Float32Array => new Float32Array(Uint8Array.from(bytes).buffer)
/** Words a minute: calls are said slowly, a page is read as one speaks to an old person. */
const CALLED = { cmn: '150', 'en-us': '140' } as const
const READ = { cmn: '210', 'en-us': '150' } as const
function say({ voice, words }: SpokenWord, speed: Record<SpokenWord['voice'], string> = CALLED): Float32Array {
  const file = join(work, 'said.wav')
  run('espeak-ng', '-v', voice, '-s', speed[voice], '-p', '45', '-w', file, words)
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

/** Speech for reading aloud: small, because a terminal keeps all of it. */
function spoken(word: SpokenWord): Uint8Array {
  const level = levelSamples(trimSamples(say(word, READ)))
  const [from, wave, to] = [join(work, 'read.raw'), join(work, 'read.wav'), join(work, 'read.opus')]
  writeFileSync(from, Buffer.from(level.buffer))
  run('sox', '-D', ...raw, from, '-b', '16', wave)
  run(
    'opusenc',
    '--quiet',
    '--speech',
    '--bitrate',
    '12',
    '--framesize',
    '40',
    '--serial',
    '1',
    '--padding',
    '0',
    wave,
    to,
  )
  return readFileSync(to)
}

function pack(folder: string, clip: string, samples: Float32Array): { file: string; seconds: number } {
  const level = levelSamples(trimSamples(samples))
  const [from, to] = [join(work, 'level.raw'), join(work, 'level.ogg')]
  writeFileSync(from, Buffer.from(level.buffer))
  run('sox', '-D', ...raw, from, '-C', '0', to)
  writeFileSync(join(folder, `${clip}.ogg`), steadyOgg(readFileSync(to)))
  return { file: `${clip}.ogg`, seconds: Math.round((level.length / RATE) * 1000) / 1000 }
}

const readOnly = process.argv.includes('--read')
for (const [language, words] of readOnly ? [] : Object.entries(spokenWords)) {
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
for (const language of spokenLanguages) {
  const folder = join(import.meta.dirname, '../sounds', language)
  const { clips, patterns } = fixedSentences(language)
  const voice = language === 'en' ? 'en-us' : 'cmn'
  const all = new Map<string, Uint8Array>()
  // Figures and letters as on the wall.
  for (const name of Object.keys(spokenWords[language] ?? {}).filter((clip) =>
    /^([A-Z]|[dn]\d+|shi|bai|hundred)$/.test(clip),
  ))
    all.set(`#${name}`, readFileSync(join(folder, `${name}.ogg`)))
  for (const words of clips) all.set(words, spoken({ voice, words }))
  const { bytes } = writePack(folder, all, patterns)
  console.log(`${language}: ${all.size} clips to read aloud, ${Math.round(bytes / 1024)} kB`)
}
rmSync(work, { recursive: true, force: true })
