import type { PanelCard } from '../contract/led-panel.ts'
import { encodeGb2312 } from '../devices/led/bxk/gb2312.ts'

/**
 * The characters of these words that the panel cannot show, each once: font cards have GB2312 and nothing else; the bitmap faces of the
 * other cards have every character of the first 65,536.
 */
export function missingSigns(kind: PanelCard['kind'], words: readonly string[]): string[] {
  const text = words.join('')
  switch (kind) {
    case 'bxk':
      return encodeGb2312(text).missing
    case 'bx6':
    case 'huidu':
      return [...new Set([...text].filter((sign) => (sign.codePointAt(0) ?? 0) > 0xffff))]
    // A strip gets a number; behind NovaStar stands a page.
    case 'template':
    case 'novastar':
      return []
  }
}
