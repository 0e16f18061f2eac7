import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const RATE = 8_000
const BYTES = 1_600

/** A hall's own voice for tests, for TINGSHI_SPEECH: a tenth of a second of silence, whatever the text. */
export function silentVoice(): { program: string; discard(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'silent-voice-'))
  const head = Buffer.alloc(44)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(36 + BYTES, 4)
  head.write('WAVEfmt ', 8, 'latin1')
  head.writeUInt32LE(16, 16)
  // PCM, one channel, 16 bits.
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write('data', 36, 'latin1')
  head.writeUInt32LE(BYTES, 40)
  writeFileSync(join(folder, 'silence.wav'), Buffer.concat([head, Buffer.alloc(BYTES)]))
  const program = join(folder, 'speak')
  writeFileSync(program, `#!/bin/sh\ncat > /dev/null\ncat ${folder}/silence.wav\n`)
  chmodSync(program, 0o755)
  return { program, discard: () => rmSync(folder, { recursive: true, force: true }) }
}
