/** What programs leave in a cell that has no value. */
const nothing =
  /^(null|\(null\)|nil|none|undefined|nan|n\/a|#n\/a|#ref!|#value!|#name\?|#div\/0!|#num!|#null!|#spill!|\[object object\])$/i
export const isNothing = (text: string): boolean => text.length < 20 && nothing.test(text.trim())
/** What people write where there is nothing to say. */
const LONGEST = 12
export const isDash = (text: string): boolean =>
  text.length <= LONGEST &&
  /^(\/+|\\+|-+|—+|–+|_+|无|暂无|没有|空|不详|未知|未提供|…+|\.+|。|×)$/.test(text.normalize('NFKC').replace(/\s/g, ''))
