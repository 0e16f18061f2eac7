import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `npm run voices`: speaks every clip with espeak-ng, trims, levels and packs it. Needs espeak-ng, sox and ffmpeg. */
const out = join(import.meta.dirname, '../sounds/zh-Hans')
const work = mkdtempSync(join(tmpdir(), 'voices-'))
mkdirSync(out, { recursive: true })

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const spoken: Record<string, string> = {
  ...{ qing: '请', hao: '号', dao: '到', chuangkou: '号窗口', shi: '十', bai: '百' },
  ...Object.fromEntries([...'零一二三四五六七八九'].map((word, digit) => [`d${digit}`, word])),
}
const run = (program: string, ...args: string[]): void => void execFileSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
const manifest: Record<string, { file: string; seconds: number }> = {}

function pack(clip: string, raw: string): void {
  const level = join(work, `${clip}-level.wav`)
  // Silence cut at both ends, then all clips to one loudness, so that nobody jumps at a digit.
  run(
    'sox',
    raw,
    '-r',
    '24000',
    '-c',
    '1',
    level,
    'silence',
    '1',
    '0.005',
    '1%',
    'fade',
    '0.004',
    'reverse',
    'silence',
    '1',
    '0.005',
    '1%',
    'fade',
    '0.008',
    'reverse',
    'norm',
    '-4',
  )
  run('ffmpeg', '-loglevel', 'error', '-y', '-i', level, '-c:a', 'libopus', '-b:a', '32k', join(out, `${clip}.ogg`))
  const seconds = Number(execFileSync('soxi', ['-D', level], { encoding: 'utf8' }))
  manifest[clip] = { file: `${clip}.ogg`, seconds: Math.round(seconds * 1000) / 1000 }
}

for (const [clip, words] of Object.entries(spoken)) {
  const raw = join(work, `${clip}.wav`)
  run('espeak-ng', '-v', 'cmn', '-s', '150', '-p', '45', '-w', raw, words)
  pack(clip, raw)
}
for (const letter of letters) {
  const raw = join(work, `${letter}.wav`)
  run('espeak-ng', '-v', 'en-us', '-s', '140', '-p', '45', '-w', raw, letter)
  pack(letter, raw)
}
// Two falling tones: everybody in a hall knows them.
const chime = join(work, 'chime.wav')
const tones = [880, 660].map((hertz) => {
  const tone = join(work, `tone-${hertz}.wav`)
  run('sox', '-n', '-r', '24000', tone, 'synth', '0.7', 'sine', String(hertz), 'fade', 'l', '0.01', '0.7', '0.5')
  return tone
})
run('sox', ...tones, chime)
pack('chime', chime)
const before = (() => {
  try {
    return readFileSync(join(out, 'manifest.json'), 'utf8')
  } catch {
    return ''
  }
})()
const text = `${JSON.stringify(manifest, null, 1)}\n`
if (text !== before) writeFileSync(join(out, 'manifest.json'), text)
console.log(`${Object.keys(manifest).length} clips`)
