import type { SettingLine } from '../../contract/hall-settings.ts'

/** The hall folder was changed by its forms. The texts lie beside the log under their hashes. */
export type HallChangeEvent = {
  type: 'hall-changed'
  changeId: string
  undoes: string | null
  lines: SettingLine[]
  waits: string[]
  files: { file: string; before: string | null; after: string }[]
}
