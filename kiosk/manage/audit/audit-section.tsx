import type { JSX } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AuditAnswer, AuditFilter, AuditTopic, AuditView } from '../../../gateway/contract/audit.ts'
import { addDays, dayAt } from '../../../gateway/contract/hall-time.ts'
import { accessToken } from '../../../gateway/client/access.ts'
import { askFile, withFields } from '../../../gateway/client/ask.ts'
import { after } from '../../../gateway/client/page-clock.ts'
import { manageCall } from '../manage-call.ts'
import type { SectionProps } from '../section-props.ts'
import { AuditBoxes, type Boxes } from './audit-boxes.tsx'
import { type AuditList, newList, newestOf, taken, withFresh, withOlder } from './audit-list.ts'
import { AuditRows } from './audit-rows.tsx'
import { ChainCard } from './chain-card.tsx'
import { RecordCard } from './record-card.tsx'
import { say } from './words.ts'
import './audit.css'

const anAnswer = withFields<AuditAnswer>('rows', 'filter', 'hours')
/** So long after the last letter it is looked for. */
const TYPED_MS = 400

/** What was done, by whom and where: in sentences, found by words. */
export function AuditSection({ hall, view, toasts }: SectionProps): JSX.Element {
  const [question, setQuestion] = useState('')
  const [boxes, setBoxes] = useState<Boxes>({ day: null, topic: null, actor: null, counterId: null })
  const [list, setList] = useState<AuditList | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const nth = useRef(0)
  const newest = hall.view<AuditView>('audit').value?.seq ?? 0
  const today = dayAt(hall.now(), view.hall.timeZone)
  const asked = queryOf(question, boxes, today)

  useEffect(() => {
    nth.current += 1
    const own = nth.current
    return after(TYPED_MS, () => {
      void manageCall(`/audit?${asked}`, anAnswer).then((answer) => {
        if (own !== nth.current) return
        setTrouble(answer.ok ? null : answer.message)
        // The newest is open: somebody who looks for one thing has found it.
        if (answer.ok) setList({ ...newList(answer.body), chosen: answer.body.rows[0]?.seq ?? null })
      })
    })
  }, [asked])
  useEffect(() => {
    if (!list || list.answer.filter.to < today || newest <= newestOf(list)) return
    const own = nth.current
    void manageCall(`/audit?${asked}&after=${Math.max(newestOf(list), newest - 400)}`, anAnswer).then((answer) => {
      if (own !== nth.current || !answer.ok) return
      const isReading = (scroller.current?.scrollTop ?? 0) > 0
      setList((before) => before && withFresh(before, answer.body.rows, isReading))
    })
  }, [newest, list === null])

  async function older(): Promise<void> {
    const last = list?.rows.at(-1)
    if (!list || !last) return
    const answer = await manageCall(`/audit?${asked}&before=${last.seq}`, anAnswer)
    if (answer.ok) setList((before) => before && withOlder(before, answer.body))
  }
  async function take(filter: AuditFilter, rows: number): Promise<void> {
    const token = await accessToken('supervisor', null)
    const file = await askFile('/api/v1/audit/export', { body: { filter }, token })
    if (!file.ok) return toasts.say('refused', file.error.message)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file.body)
    link.download = `records-${filter.from}.xlsx`
    link.click()
    URL.revokeObjectURL(link.href)
    toasts.say('done', say('exported', { rows }))
  }
  return (
    <div class="audit">
      <AuditBoxes
        question={question}
        boxes={boxes}
        rows={list?.rows ?? []}
        onQuestion={setQuestion}
        onBoxes={setBoxes}
        onExport={list === null ? null : () => void take(list.answer.filter, list.answer.total)}
      />
      <div class="audit-body">
        <AuditRows
          list={list}
          trouble={trouble}
          today={today}
          scroller={scroller}
          onChoose={(seq) => setList((before) => before && { ...before, chosen: seq })}
          onFresh={() => setList((before) => before && taken(before))}
          onOlder={() => void older()}
        />
        <div class="audit-side">
          <RecordCard
            key={list?.chosen ?? 0}
            row={list?.rows.find(({ seq }) => seq === list.chosen) ?? null}
            timeZone={view.hall.timeZone}
          />
          <ChainCard timeZone={view.hall.timeZone} chosen={list?.chosen ?? null} />
        </div>
      </div>
    </div>
  )
}

/** As the gateway is asked. */
function queryOf(question: string, { day, topic, actor, counterId }: Boxes, today: string): string {
  const query = new URLSearchParams()
  if (question.trim() !== '') query.set('q', question.trim().slice(0, 100))
  const days: Record<NonNullable<Boxes['day']>, readonly [from: string, to: string]> = {
    today: [today, today],
    yesterday: [addDays(today, -1), addDays(today, -1)],
    week: [addDays(today, -6), today],
    month: [addDays(today, -29), today],
  }
  if (day !== null) {
    query.set('from', days[day][0])
    query.set('to', days[day][1])
  }
  if (topic !== null) query.set('topic', topic satisfies AuditTopic)
  if (actor !== null) query.set('actor', actor)
  if (counterId !== null) query.set('counterId', counterId)
  return query.toString()
}
