import { spawn } from 'node:child_process'
import { join } from 'node:path'

const WITHIN_MS = 60_000
const LARGEST_RESULT = 128 * 1024 ** 2
/** The decoder crashes now and then on a good file too (1 in 160): only one that always crashes it is refused. */
const TURNS = 3

interface Size {
  width: number
  height: number
}
type DrawnFormat = 'png' | 'jpeg' | 'webp' | 'pdf'

/**
 * Decodes a stranger's file and draws it anew; null when that does not work. In a process of its own, because a truncated
 * picture can end the decoder with a segmentation fault and a document may be written to never end. `dots`: not a file, but red, green, blue of a
 * picture of this size.
 */
export async function redraw(bytes: Buffer, format: DrawnFormat, dots?: Size): Promise<Buffer | null> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const drawn = await drawApart(bytes, format, dots)
    if (drawn !== 'crashed') return drawn
  }
  return null
}

function drawApart(bytes: Buffer, format: DrawnFormat, dots?: Size): Promise<Buffer | null | 'crashed'> {
  return new Promise((done) => {
    const child = spawn(
      process.execPath,
      [
        '--max-old-space-size=384',
        join(import.meta.dirname, 'draw.ts'),
        format,
        ...(dots ? [String(dots.width), String(dots.height)] : []),
      ],
      {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: {},
        timeout: WITHIN_MS,
        killSignal: 'SIGKILL',
      },
    )
    const parts: Buffer[] = []
    let length = 0
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part)
      length += part.length
      if (length > LARGEST_RESULT) child.kill('SIGKILL')
    })
    child.once('error', () => done(null))
    child.once('close', (code, signal) =>
      done(signal === 'SIGSEGV' ? 'crashed' : code === 0 && length > 0 ? Buffer.concat(parts) : null),
    )
    // It may end before it has read everything.
    child.stdin.on('error', () => undefined)
    child.stdin.end(bytes)
  })
}
