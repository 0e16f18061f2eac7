import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { GrievanceView } from '../../gateway/contract/grievances.ts'
import { Icon } from '../../display/shared/icons.tsx'
import { changeCase } from './calls.ts'
import { say } from './words.ts'

/** Everything that the holder of the code can do. What cannot be taken back asks once. */
export function CaseActions({
  code,
  view,
  onChanged,
  onTrouble,
}: {
  code: string
  view: GrievanceView
  onChanged: (view: GrievanceView) => void
  onTrouble: (words: string) => void
}): JSX.Element {
  const open = useSignal<'none' | 'add' | 'withdraw'>('none')
  const words = useSignal('')
  const busy = useSignal(false)
  async function change(what: 'urge' | 'withdraw' | 'add', more: object = {}): Promise<void> {
    if (busy.value) return
    busy.value = true
    const told = await changeCase(what, code, more)
    busy.value = false
    if (!told.ok) return onTrouble(told.message)
    open.value = 'none'
    words.value = ''
    onChanged(told.body)
  }
  if (open.value === 'withdraw')
    return (
      <div class="complain-actions" role="alertdialog" aria-label={say('withdrawAsk')}>
        <p>{say('withdrawAsk')}</p>
        <div>
          <button type="button" class="main" onClick={() => void (open.value = 'none')}>
            {say('withdrawNo')}
          </button>
          <button type="button" disabled={busy.value} onClick={() => void change('withdraw')}>
            {say('withdrawYes')}
          </button>
        </div>
      </div>
    )
  if (open.value === 'add')
    return (
      <form
        class="complain-actions"
        onSubmit={(event) => {
          event.preventDefault()
          void change('add', { words: words.value.trim() })
        }}
      >
        <label>
          <span>{say('addHint')}</span>
          <textarea
            rows={3}
            maxLength={300}
            value={words.value}
            onInput={(event) => void (words.value = event.currentTarget.value)}
          />
        </label>
        <div>
          <button type="button" onClick={() => void (open.value = 'none')}>
            {say('back')}
          </button>
          <button type="submit" class="main" disabled={busy.value || words.value.trim() === ''}>
            {say('addSend')}
          </button>
        </div>
      </form>
    )
  return (
    <div class="complain-actions">
      <button type="button" class="main" onClick={() => void (open.value = 'add')}>
        <Icon name="pen" size={24} />
        {say('add')}
      </button>
      <div>
        <button type="button" disabled={!view.mayUrge || busy.value} onClick={() => void change('urge')}>
          <Icon name="bell" size={22} />
          {say(view.mayUrge || view.answer !== null ? 'urge' : 'urged')}
        </button>
        <button type="button" onClick={() => void (open.value = 'withdraw')}>
          <Icon name="close" size={22} />
          {say('withdraw')}
        </button>
      </div>
    </div>
  )
}
