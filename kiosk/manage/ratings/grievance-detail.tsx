import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { GrievanceFile, GrievanceRow, RatingsView } from '../../../gateway/contract/grievances.ts'
import { isOpenStage } from '../../../gateway/contract/grievance-clocks.ts'
import { withFields } from '../../../gateway/client/ask.ts'
import { gradeName } from '../../shared/rating/words.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Tag } from '../../shared/staff/marks.tsx'
import type { Toaster } from '../../shared/staff/toasts.tsx'
import { manageCall } from '../manage-call.ts'
import { GrievanceActions } from './grievance-actions.tsx'
import { reasonsOf } from './grievance-list.tsx'
import { momentName, say } from './words.ts'

const aFile = withFields<GrievanceFile>('words', 'additions', 'notes', 'isForgotten')

/** One case with its texts, which are asked for when it is opened; the telephone only when somebody presses for it. */
export function GrievanceDetail({
  row,
  departments,
  timeZone,
  toasts,
}: {
  row: GrievanceRow
  departments: RatingsView['departments']
  timeZone: string
  toasts: Toaster
}): JSX.Element {
  const [file, setFile] = useState<GrievanceFile | null>(null)
  const [telephone, setTelephone] = useState<string | null>(null)
  const at = `/grievances/${row.grievanceId}`
  const last = row.steps.at(-1)?.at ?? 0
  useEffect(() => {
    let left = false
    void manageCall(at, aFile).then((answer) => {
      if (!left && answer.ok) setFile(answer.body)
    })
    return () => {
      left = true
    }
  }, [at, last])
  const isOpen = isOpenStage(row.stage)
  async function order(path: string, body: object, done: string): Promise<boolean> {
    const answer = await manageCall(`${at}${path}`, aFile, body)
    if (answer.ok) {
      setFile(answer.body)
      toasts.say('done', done)
    } else toasts.say('refused', answer.message)
    return answer.ok
  }
  async function look(): Promise<void> {
    const answer = await manageCall(`${at}/telephone`, withFields<{ telephone: string | null }>('telephone'), {})
    if (answer.ok) setTelephone(answer.body.telephone)
    else toasts.say('refused', answer.message)
  }
  return (
    <section class="card grievance">
      <header class="card-head">
        <h2>{row.stars === null ? say(`kind.${row.kind}`) : gradeName(row.stars)}</h2>
        <Tag tone="plain">{say(`stage.${row.stage}`)}</Tag>
        <span class="grow" />
        <small>{say('filed', { when: momentName(row.filedAt, timeZone), door: say(`door.${row.via}`) })}</small>
      </header>
      <div class="grievance-body">
        <p class="grievance-where">
          <b>{row.counterId === null ? say('noPlace') : say('at', { id: row.counterId })}</b>
          {row.number !== null && <span class="num">{say('visit', { number: row.number })}</span>}
          <span>{reasonsOf(row)}</span>
        </p>
        <h3>{say('words')}</h3>
        <p class="grievance-words">{wordsOf(row, file)}</p>
        {file?.additions.map(({ at: when, words }) => (
          <p class="grievance-words" key={when}>
            <small>
              {say('added')} {momentName(when, timeZone)}
            </small>
            {words}
          </p>
        ))}
        {isOpen && (
          <p class="grievance-telephone">
            {!row.hasContact && <span>{say('telephoneNone')}</span>}
            {row.hasContact && telephone === null && (
              <>
                <Button label={say('telephone')} icon="phone" onPress={() => void look()} />
                <small>{say('telephoneRecorded')}</small>
              </>
            )}
            {telephone !== null && <b class="num">{say('telephoneIs', { telephone })}</b>}
          </p>
        )}
        {file && file.notes.length > 0 && (
          <>
            <h3>{say('notes')}</h3>
            {file.notes.map(({ at: when, words }) => (
              <p class="grievance-words" key={when}>
                <small>{momentName(when, timeZone)}</small>
                {words}
              </p>
            ))}
          </>
        )}
        {file?.answer && (
          <>
            <h3>{say('answerWas')}</h3>
            <p class="grievance-words">{file.answer}</p>
          </>
        )}
        {isOpen && <GrievanceActions row={row} departments={departments} order={order} />}
        <h3>{say('steps')}</h3>
        <ol class="grievance-steps">
          {row.steps.map((step) => (
            <li key={`${step.at} ${step.what}`}>
              <span class="num">{momentName(step.at, timeZone)}</span>
              {step.what === 'assigned'
                ? say('step.assigned', { detail: step.detail ?? '' })
                : say(`step.${step.what}`)}
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}

function wordsOf(row: GrievanceRow, file: GrievanceFile | null): string {
  if (!file) return ''
  if (file.isForgotten) return say('forgotten')
  return file.words ?? (row.hasWords ? say('lost') : say('noWords'))
}
