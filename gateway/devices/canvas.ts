import { createRequire } from 'node:module'
import type * as Skia from '@napi-rs/canvas'

const require = createRequire(import.meta.url)

/**
 * The canvas, loaded when something is drawn for the first time (some 20 ms): 20 MB that a hall of text printers never needs. Required and not
 * imported, so that who draws need not wait.
 */
export const skia = (): typeof Skia => require('@napi-rs/canvas')

export const createCanvas = (width: number, height: number): Skia.Canvas => skia().createCanvas(width, height)
