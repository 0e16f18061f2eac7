import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { accessToken } from '../../../gateway/client/access.ts'
import { askFile } from '../../../gateway/client/ask.ts'
import { ticks } from '../../../gateway/client/page-clock.ts'
import { addDays, dayAt } from '../../../gateway/contract/hall-time.ts'
import { Button } from '../../shared/staff/button.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { say } from './words.ts'

const USUAL_DAYS = 180
/** The log of half a year is written while it is read. */
const WITHIN_MS = 600_000

/** The log of some days as a file, for whoever inspects the hall. */
export function LogCard({ hall, view, toasts }: SectionProps): JSX.Element {
  const today = dayAt(hall.now(), view.hall.timeZone)
  const [from, setFrom] = useState(addDays(today, 1 - USUAL_DAYS))
  const [to, setTo] = useState(today)
  const [busy, setBusy] = useState(false)
  const take = async (): Promise<void> => {
    setBusy(true)
    const madeAt = ticks()
    const token = await accessToken('supervisor', null)
    const file = await askFile('/api/v1/log-export', { body: { from, to }, token, madeAt, withinMs: WITHIN_MS })
    setBusy(false)
    if (!file.ok) return toasts.say('refused', file.error.message)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file.body)
    link.download = `log-${from}-${to}.jsonl.gz`
    link.click()
    URL.revokeObjectURL(link.href)
    toasts.say('done', say('log.done', { from, to }))
  }
  const isWrong = from === '' || to === '' || from > to || from < addDays(to, -366)
  const day = (label: string, value: string, set: (to: string) => void): JSX.Element => (
    <label>
      <span>{label}</span>
      <input
        class="entry num"
        inputMode="numeric"
        maxLength={10}
        value={value}
        onChange={({ currentTarget }) => set(currentTarget.value.trim())}
      />
    </label>
  )
  return (
    <section class="card upkeep-log">
      <div class="card-head">
        <h2>{say('log.title')}</h2>
      </div>
      <div class="upkeep-log-body">
        <p>{say('log.says')}</p>
        <div class="upkeep-days">
          {day(say('log.from'), from, setFrom)}
          {day(say('log.to'), to, setTo)}
          <Button
            label={say(busy ? 'log.working' : 'log.take')}
            busy={busy}
            blocked={!hall.online.value ? sayStaff('offlineShort') : isWrong ? say('log.wrong') : null}
            onPress={() => void take()}
          />
        </div>
      </div>
    </section>
  )
}
