import type { Report } from '../../contract/commands.ts'
import { type Decision, type Moment, accept, refuse } from '../decision.ts'
import type { OfficeState } from '../office-state.ts'

export const currentCatalogue = (state: OfficeState): string | null => state.catalogue.imports.at(-1)?.hash ?? null

/** What the matters of a hall are made of: the import and the hall's own edits; null = its folder alone. */
export function catalogueMark(state: OfficeState): string | null {
  const { hash } = state.catalogue.edits
  const current = currentCatalogue(state)
  return hash === null ? current : `${current ?? ''}+${hash}`
}

/** An import on top of a catalogue that is no longer the current one is refused: it was planned on other facts. */
export function runCatalogue(
  state: OfficeState,
  command: Extract<Report, { type: 'import-catalogue' | 'undo-import' | 'edit-matters' }>,
  { newId }: Moment,
): Decision {
  if (command.type === 'undo-import') {
    const last = state.catalogue.imports.at(-1)
    return last
      ? accept([{ type: 'catalogue-restored', importId: last.importId, hash: last.before }])
      : refuse('no-import-to-undo')
  }
  if (command.type === 'edit-matters') {
    if (command.before !== state.catalogue.edits.hash) return refuse('catalogue-changed')
    if (command.hash === command.before) return refuse('already-so')
    const { type: _, ...edit } = command
    return accept([{ type: 'matters-edited', editId: newId(), ...edit }])
  }
  const { hash, before, source, file, counts } = command
  if (before !== currentCatalogue(state)) return refuse('catalogue-changed')
  if (hash === before) return refuse('already-so')
  return accept([{ type: 'catalogue-imported', importId: newId(), hash, before, source, file, counts }])
}
