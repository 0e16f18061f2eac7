import { type Field, field } from '../../sheets/headings.ts'

/** How a cell is read. `lines` keeps its line breaks; `list` and `codes` hold several, split at 、 ， ； and line breaks. */
export type FieldKind =
  | 'word'
  | 'lines'
  | 'days'
  | 'count'
  | 'flag'
  | 'code'
  | 'codes'
  | 'list'
  | 'address'
  | 'day'
  | 'laws'
  | 'materials'
  | 'steps'
  | 'rows'
  | 'json'

/** A column that a source may have, and how its cells are read. */
export interface MatterField extends Field {
  readonly kind: FieldKind
}
/** `also`: other headings for the same, apart by blanks. */
export const matterField = <Key extends string>(
  key: Key,
  title: string,
  also: string,
  kind: FieldKind = 'word',
): MatterField & { key: Key } => ({ ...field(key, title, also), kind })
