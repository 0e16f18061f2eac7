import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { ContactWay, GrievanceOutcome, GrievanceRow, RatingsView } from '../../../gateway/contract/grievances.ts'
import { Button } from '../../shared/staff/button.tsx'
import { say } from './words.ts'

const ways: ContactWay[] = ['phone', 'met', 'looked-into']
const outcomes: GrievanceOutcome[] = ['mended', 'explained', 'not-found']

/** Passed on, taken up, answered: one after the other or whatever is needed. The answer is the one filled button. */
export function GrievanceActions({
  row,
  departments,
  order,
}: {
  row: GrievanceRow
  departments: RatingsView['departments']
  order: (path: string, body: object, done: string) => Promise<boolean>
}): JSX.Element {
  const [departmentId, setDepartmentId] = useState(
    departments.find(({ name }) => name === row.departmentName)?.id ?? departments[0]?.id ?? '',
  )
  const [how, setHow] = useState<ContactWay>(row.hasContact ? 'phone' : 'looked-into')
  const [note, setNote] = useState('')
  const [outcome, setOutcome] = useState<GrievanceOutcome>('mended')
  const [words, setWords] = useState('')
  const [close, setClose] = useState(true)
  const name = departments.find(({ id }) => id === departmentId)?.name ?? ''
  if (row.stage === 'answered')
    return (
      <div class="grievance-actions">
        <Button label={say('close')} look="main" onPress={() => void order('/close', {}, say('closedOnly'))} />
      </div>
    )
  const take = async (): Promise<void> => {
    if (await order('/contact', { how, words: note.trim() }, say('contacted'))) setNote('')
  }
  const answer = (): Promise<boolean> =>
    order('/answer', { outcome, words: words.trim(), close }, say(close ? 'closedToast' : 'answeredToast'))
  return (
    <div class="grievance-actions">
      <label>
        <span>{say('assign')}</span>
        <select class="entry" value={departmentId} onChange={(event) => setDepartmentId(event.currentTarget.value)}>
          {departments.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
        <Button
          label={say('assignDo')}
          onPress={() => void order('/assign', { departmentId }, say('assigned', { name }))}
        />
      </label>
      <label>
        <span>{say('contact')}</span>
        <select
          class="entry entry-short"
          value={how}
          onChange={(event) => setHow(event.currentTarget.value as ContactWay)}
        >
          {ways.map((one) => (
            <option key={one} value={one}>
              {say(`way.${one}`)}
            </option>
          ))}
        </select>
        <input
          class="entry"
          maxLength={300}
          value={note}
          placeholder={say('contactHint')}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
        <Button label={say('contactDo')} onPress={() => void take()} />
      </label>
      <div class="grievance-answer">
        <label>
          <span>{say('answer')}</span>
          <select
            class="entry entry-short"
            value={outcome}
            onChange={(event) => setOutcome(event.currentTarget.value as GrievanceOutcome)}
          >
            {outcomes.map((one) => (
              <option key={one} value={one}>
                {say(`outcome.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <textarea
          class="entry"
          rows={3}
          maxLength={600}
          value={words}
          placeholder={say('answerHint')}
          aria-label={say('answer')}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <p>
          <label class="grievance-close">
            <input type="checkbox" checked={close} onChange={(event) => setClose(event.currentTarget.checked)} />
            {say('closeToo')}
          </label>
          <Button
            label={say(close ? 'answerDoClose' : 'answerDo')}
            look="main"
            blocked={words.trim().length < 2 ? say('answerFirst') : null}
            onPress={() => void answer()}
          />
        </p>
      </div>
    </div>
  )
}
