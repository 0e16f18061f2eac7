import type { PanelCard } from '../contract/led-panel.ts'
import { lastResortFont, undrawable } from '../devices/last-resort-font.ts'
import { encodeGb2312 } from '../devices/led/bxk/gb2312.ts'

/**
 * The characters of these words that the panel cannot show, each once: font cards have GB2312 and nothing else; the other cards what
 * a face of ours has a picture for, which is nearly all of the first 65,536 and nothing beyond.
 */
export function missingSigns(kind: PanelCard['kind'], words: readonly string[]): string[] {
  const text = words.join('')
  switch (kind) {
    case 'bxk':
      return encodeGb2312(text).missing
    case 'bx6':
    case 'huidu':
      // GB2312 is in every face: only what is rarer is looked up.
      return undrawable(encodeGb2312(text).missing.join(''), lastResortFont())
    // A strip gets a number; behind NovaStar stands a page.
    case 'template':
    case 'novastar':
      return []
  }
}
