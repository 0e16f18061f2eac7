import { encodeGb2312 } from '../led/bxk/gb2312.ts'
import { undrawable } from '../last-resort-font.ts'
import { isInPrinter } from './columns.ts'
import { slipFont } from './slip-fonts.ts'

/**
 * The signs of a text that a slip cannot show, each once: in a printer's own letters what takes four bytes in GB18030, drawn what no
 * font has. GB2312 is in every font: only what is rarer is looked up.
 */
export function unprintable(text: string, mode: 'raster' | 'text'): string[] {
  const rare = encodeGb2312(text).missing.filter((sign) => sign.trim() !== '')
  if (rare.length === 0) return []
  return mode === 'text' ? rare.filter((sign) => !isInPrinter(sign)) : undrawable(rare.join(''), slipFont('regular'))
}
