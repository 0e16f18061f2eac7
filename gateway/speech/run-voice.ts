import { spawn } from 'node:child_process'
import type { SpokenLanguage } from '../contract/spoken-languages.ts'
import type { Voice } from './find-voice.ts'

const WITHIN_MS = 8_000
/** A minute and a half of plain speech. */
const LARGEST_SOUND = 4 * 1024 ** 2
/** RIFF, size, WAVE: anything else is no sound. */
const isWave = (bytes: Buffer): boolean =>
  bytes.length > 44 && bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WAVE'

/** Lets the program speak; null when it cannot, takes too long, or says too much. The text goes in as text only: never as an argument. */
export function runVoice(voice: Voice, language: SpokenLanguage, text: string): Promise<Buffer | null> {
  return new Promise((done) => {
    const child = spawn(voice.program, [...voice.argumentsFor(language)], {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { LANG: 'C.UTF-8' },
      timeout: WITHIN_MS,
      killSignal: 'SIGKILL',
    })
    const parts: Buffer[] = []
    let length = 0
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part)
      length += part.length
      if (length > LARGEST_SOUND) child.kill('SIGKILL')
    })
    child.once('error', () => done(null))
    child.once('close', (code) => {
      const sound = Buffer.concat(parts)
      done(code === 0 && isWave(sound) ? sound : null)
    })
    // It may end before it has read everything.
    child.stdin.on('error', () => undefined)
    child.stdin.end(text)
  })
}
