import iconv from 'iconv-lite'

/** Width in a printer's own letters: one column for each byte of GB18030. `·` and `é` are two, as Chinese is; what is printed as 〓 too. */
export const columnsOf = (words: string): number =>
  [...words.normalize('NFC')].reduce((sum, sign) => sum + (iconv.encode(sign, 'gb18030').length === 1 ? 1 : 2), 0)

/** In a printer's own letters there is none of the four-byte signs: 〓 is printed for them. */
export const isInPrinter = (sign: string): boolean => iconv.encode(sign, 'gb18030').length <= 2
