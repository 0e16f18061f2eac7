import type { PanelColour } from '../../gateway/contract/led-panel.ts'
import type { Rgb } from './picture.ts'

/** Colours by what they mean; each card gets only colours that it can show exactly. Red is for now: a call, an alarm. */
export interface Palette {
  number: Rgb
  words: Rgb
  quiet: Rgb
  alarm: Rgb
}
const RED: Rgb = [255, 0, 0]
const GREEN: Rgb = [0, 255, 0]
const YELLOW: Rgb = [255, 255, 0]
const WHITE: Rgb = [255, 255, 255]
const CYAN: Rgb = [0, 255, 255]

export function paletteOf(colour: PanelColour): Palette {
  switch (colour) {
    case 'single':
      return { number: RED, words: RED, quiet: RED, alarm: RED }
    case 'double':
      return { number: RED, words: YELLOW, quiet: GREEN, alarm: RED }
    case 'triple':
      return { number: RED, words: WHITE, quiet: CYAN, alarm: RED }
    case 'rgb565':
    case 'rgb888':
      return { number: [255, 64, 32], words: [255, 240, 224], quiet: [144, 200, 200], alarm: [255, 0, 0] }
  }
}
