import { clean, cleanLines } from '../../sheets/clean-text.ts'
import { dayOf } from '../../sheets/read-time.ts'
import { type Guide, type Material, type Register, guide, limitUnits, material } from '../../contract/matter.ts'
import { type CodeTables, type CodedField, wordOfCode } from './code-tables.ts'
import type { ListRow, Lists } from './join-lists.ts'
import type { FieldKey } from './matter-fields.ts'
import { feeOf } from './fee-of.ts'
import { countOf, flagOf, listOf } from './read-field.ts'
import { isNoLimit, ownPart, readLimit } from './read-limit.ts'

/** What a row says, by field, as its file has it; what it does not say is absent. */
export type Values = Partial<Record<FieldKey, string>>

const word = (text: string | undefined): string | null => clean(text ?? '') || null
const lines = (text: string | undefined): string | null => cleanLines(text ?? '') || null

/** The guide of a row. null = the source says nothing that belongs to a guide; what it leaves out stays null and is never made up. */
export function guideOfRow(values: Values, lists: Lists, codes: CodeTables): Guide | null {
  const code = (field: CodedField & FieldKey): string | null =>
    word(wordOfCode(field, clean(values[field] ?? ''), codes) ?? undefined)
  const several = (field: CodedField & FieldKey): string[] =>
    listOf(values[field] ?? '').flatMap((one) => wordOfCode(field, one, codes) || [])
  // 12345 is a telephone, not a code that nobody knows.
  const way = (field: 'consult' | 'complain'): string | null => code(field) ?? lines(values[field])
  const statutory = limitOf('法定', values.statutoryDays, code('statutoryUnit'), values.statutoryNote)
  const promised = limitOf('承诺', values.promisedDays, code('promisedUnit'), values.promisedNote)
  const fee = feeOf(values.charged ?? '', values.fee ?? '')
  const said = {
    conditions: lines(values.conditions),
    numberLimit: lines(values.numberLimit),
    materials: (lists.materials ?? []).map((row) => materialOf(row, codes)),
    steps: lists.steps ?? [],
    statutoryDays: statutory.days,
    statutoryNote: statutory.note,
    promisedDays: promised.days,
    promisedNote: promised.note,
    specialProcedures: lists.specialProcedures ?? [],
    processing: code('processing'),
    serves: several('serves'),
    ways: several('ways'),
    place: lines(values.place),
    handleTime: lines(values.handleTime),
    consult: way('consult'),
    complain: way('complain'),
    charged: fee.charged,
    fee: fee.fee,
    feeBasis: lines(values.feeBasis),
    fees: lists.fees ?? [],
    visits: countOf(values.visits ?? ''),
    visitReason: lines(values.visitReason),
    legalBasis: (lists.legalBasis ?? []).flatMap(({ text }) => text ?? []),
    result: word(values.result),
    resultKind: code('resultKind'),
    resultSample: word(values.resultSample),
    resultDelivery: listOf(values.resultDelivery ?? ''),
    area: code('area'),
    jointBodies: lines(values.jointBodies),
    intermediary: lines(values.intermediary),
    questions: (lists.questions ?? []).flatMap(({ question, answer }) =>
      question && answer ? [{ question, answer }] : [],
    ),
    bookable: flagOf(values.bookable ?? ''),
    selfService: flagOf(values.selfService ?? ''),
    online: flagOf(values.online ?? ''),
    onlineDepth: code('onlineDepth'),
    payOnline: flagOf(values.payOnline ?? ''),
    express: flagOf(values.express ?? ''),
  }
  const sample = flagOf(values.sample ?? '')
  const isEmpty = Object.values(said).every((one) => one === null || (Array.isArray(one) && one.length === 0))
  if (isEmpty && sample === null) return null
  return guide.parse({ ...said, sample: sample ?? false, statutoryUnit: statutory.unit, promisedUnit: promised.unit })
}

/** What is more than a plain limit stays beside it as its note; what the source states is never lost. */
function limitOf(
  word: '法定' | '承诺',
  text: string | undefined,
  unit: string | null,
  note: string | undefined,
): { days: number | null; unit: Guide['statutoryUnit']; note: string | null } {
  if (text === undefined)
    return { days: null, unit: limitUnits.find((one) => one === unit) ?? '工作日', note: lines(note) }
  const own = ownPart(text, word)
  const read = readLimit(own)
  const named = limitUnits.find((one) => one === unit) ?? null
  const isMore = read === null ? !isNoLimit(own) : read.rest
  return {
    days: read?.days ?? null,
    unit: named ?? read?.unit ?? '工作日',
    note: lines(note) ?? (isMore ? lines(own) : null),
  }
}

const necessities = ['必要', '非必要', '容缺后补'] as const
function materialOf(row: ListRow, codes: CodeTables): Material {
  const code = (field: 'kind' | 'medium' | 'necessity' | 'source'): string | null =>
    row[field] === undefined ? null : wordOfCode(`material.${field}`, row[field], codes) || null
  const said = code('necessity')
  const necessity = necessities.find((one) => one === said) ?? (said?.includes('容缺') ? '容缺后补' : null)
  const source = [code('source'), row.sourceNote].filter((one) => one)
  const { sourceNote: _, copies, ...rest } = row
  return material.parse({
    ...rest,
    copies: countOf(copies ?? ''),
    necessity,
    kind: code('kind'),
    medium: code('medium'),
    source: source.length === 2 ? `${source[0]}（${source[1]}）` : (source[0] ?? null),
  })
}

/** What offices note; null = nothing of it is said. */
export function registerOfRow(values: Values, codes: CodeTables): Register | null {
  const code = (field: 'powerSource' | 'departmentKind'): string | null =>
    word(wordOfCode(field, clean(values[field] ?? ''), codes) ?? undefined)
  const said: Register = {
    basicCode: word(values.basicCode),
    localCode: word(values.localCode),
    powerSource: code('powerSource'),
    levels: listOf(values.levels ?? '').flatMap((one) => wordOfCode('levels', one, codes) || []),
    departmentCode: word(values.departmentCode),
    departmentKind: code('departmentKind'),
    entrustedBy: word(values.entrustedBy),
    version: word(values.version),
    effectiveOn: dayOf(values.effectiveOn ?? ''),
    cancelledOn: dayOf(values.cancelledOn ?? ''),
    rowId: word(values.rowId),
  }
  return Object.values(said).every((one) => one === null || one.length === 0) ? null : said
}
