import type { JSX } from 'preact'
import { Icon } from '../../display/shared/icons.tsx'
import { say } from './words.ts'

/** Pages instead of scrolling: old hands find a button, not a gesture. */
export function Pager({
  page,
  pages,
  onTurn,
}: {
  page: number
  pages: number
  onTurn: (page: number) => void
}): JSX.Element {
  return (
    <div class="pager">
      <button type="button" class="outlined" disabled={page === 0} onClick={() => onTurn(page - 1)}>
        {say('previous')}
      </button>
      <span>{say('pageOf', { page: page + 1, pages })}</span>
      <button type="button" class="outlined" disabled={page >= pages - 1} onClick={() => onTurn(page + 1)}>
        {say('next')}
        <Icon name="chevron" size={40} stroke={2} />
      </button>
    </div>
  )
}
