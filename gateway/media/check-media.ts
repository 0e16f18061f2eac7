import type { Command, Report } from '../contract/commands.ts'
import { type Refusal, refuse } from '../domain/decision.ts'
import type { OfficeState } from '../domain/office-state.ts'
import type { MediaShelf } from './media-shelf.ts'

/** Refuses a notice whose file was never uploaded here, or is of another kind than the notice says: a wall would stay empty. */
export function checkMedia(shelf: Pick<MediaShelf, 'find'>) {
  return (command: Command | Report, state: OfficeState): Refusal | null => {
    if (command.type !== 'draft-notice' && command.type !== 'edit-notice' && command.type !== 'revise-notice')
      return null
    const before = command.type === 'draft-notice' ? undefined : state.notices.byId.get(command.noticeId)?.body
    const { mediaId = before?.mediaId ?? null, kind = before?.kind } = command
    if (mediaId === null) return null
    const found = shelf.find(mediaId)
    if (!found) return refuse('unknown-media')
    return found.contentType.startsWith('video/') === (kind === 'video') ? null : refuse('media-other-kind')
  }
}
