import { clean, cleanLines } from '../../sheets/clean-text.ts'
import { isDash } from '../../sheets/no-value.ts'
import { flagOf } from './read-field.ts'

const plainAnswer = /^(0|1|Y|N|YES|NO|TRUE|FALSE|是|否|有|无|收费|不收费|免费|对)$/i
const isFree = (text: string): boolean =>
  /^(0|0元|免费|免收|不收费|不收取费用|不收取)$/.test(text.normalize('NFKC').replace(/\s/g, ''))

/**
 * What a row says of its fee. Where 是否收费 is filled in without a yes or no, an amount means that it is charged; what 是否收费 says beside yes and no (按标准, 是（工本费）) is the fee where the source
 * states no other. null = not said.
 */
export function feeOf(charged: string, fee: string): { charged: boolean | null; fee: string | null } {
  const said = clean(charged)
  const amount = isDash(fee) || /^0(\.0+)?$/.test(clean(fee)) ? null : cleanLines(fee) || null
  const flag = flagOf(charged)
  const isPlain = said === '' || plainAnswer.test(said) || /^[☑■√✓✔□☐×✗是否\s]+$/.test(said) || isDash(said)
  const stated = amount ?? (isPlain ? null : said)
  const byAmount = amount === null ? null : isFree(amount) ? false : /\d|元|标准/.test(amount) ? true : null
  return { charged: flag ?? (said === '' ? null : isFree(fee) ? false : byAmount), fee: stated }
}
