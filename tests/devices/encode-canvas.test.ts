import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Canvas } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { encodeCanvas } from '../../gateway/work/encode-canvas.ts'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

test('DO23 a canvas is kept until it is encoded, so that many pictures do not end the process', async () => {
  let done = (_: Buffer): void => undefined
  const started = (): { file: Promise<Buffer>; canvas: WeakRef<Canvas> } => {
    // The library's own thread does not hold the canvas either.
    const canvas = { encode: () => new Promise<Buffer>((packed) => (done = packed)) } as unknown as Canvas
    return { file: encodeCanvas(canvas, 'png'), canvas: new WeakRef(canvas) }
  }
  const { file, canvas } = started()
  // A weak reference holds for the turn in which it was made.
  await new Promise((next) => setImmediate(next))
  collect()
  expect(canvas.deref()).toBeDefined()
  done(Buffer.from('PNG'))
  expect(String(await file)).toBe('PNG')
  await new Promise((next) => setImmediate(next))
  collect()
  expect(canvas.deref()).toBeUndefined()
})
