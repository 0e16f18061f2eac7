import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { comparedWords, headlineWords, spanWords } from '../../../gateway/contract/report-words.ts'
import type { ReportSpan, ReportView } from '../../../gateway/contract/reports.ts'
import { addDays, dayAt } from '../../../gateway/contract/hall-time.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { Button } from '../../shared/staff/button.tsx'
import { Tag } from '../../shared/staff/marks.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { AdviceCard, HelpCard } from './advice-card.tsx'
import { type Part, askDays, askReport, saveFile } from './ask-reports.ts'
import { closedMoment } from './closed-moment.ts'
import { CounterBars } from './counter-bars.tsx'
import { DayBars } from './day-bars.tsx'
import { DetailsCard } from './details-card.tsx'
import { GoneCard } from './gone-card.tsx'
import { HeatMap } from './heat-map.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { RatingsCard } from './ratings-card.tsx'
import { ToldLine } from './told-line.tsx'
import { WaitBars } from './wait-bars.tsx'
import { say } from './words.ts'
import './reports.css'
import './print.css'

const spans = ['day', 'week', 'month', 'year'] as const
const spanAddress = (span: ReportSpan, day: string): string =>
  span === 'month' ? day.slice(0, 7) : span === 'year' ? day.slice(0, 4) : day

type Shown = { state: 'loading' } | { state: 'failed'; message: string } | { state: 'here'; report: ReportView }

/** 报表: a day, week, month or year in one sentence, in pictures that turn into tables, and on paper. */
export function ReportsSection({ hall, view, toasts }: SectionProps): JSX.Element {
  const [wish, setWish] = useState<{ span: ReportSpan; at: string | null; part: Part | null }>({
    span: 'day',
    at: null,
    part: null,
  })
  const [shown, setShown] = useState<Shown>({ state: 'loading' })
  const [saving, setSaving] = useState<'xlsx' | 'csv' | null>(null)
  const { timeZone } = view.hall
  const today = dayAt(hall.now(), timeZone)
  useEffect(() => {
    let isLeft = false
    const show = (next: Shown): void => void (isLeft || setShown(next))
    async function load(): Promise<void> {
      let at = wish.at
      if (at === null) {
        const days = await askDays()
        if (!days.ok) return show({ state: 'failed', message: days.message })
        at = days.body.items.at(-1)?.day ?? addDays(today, -1)
      }
      const answer = await askReport(wish.span, spanAddress(wish.span, at), wish.part)
      show(answer.ok ? { state: 'here', report: answer.body } : { state: 'failed', message: answer.message })
    }
    void load()
    return () => {
      isLeft = true
    }
  }, [wish])

  if (shown.state !== 'here')
    return (
      <p class="manage-still" role="status">
        {shown.state === 'loading' ? say('loading') : shown.message}
      </p>
    )
  const { report } = shown
  const closed = report.closedAt === null ? null : say('closed', { when: closedMoment(report.closedAt, timeZone) })
  const go = (at: string | null): void => void (at !== null && setWish({ ...wish, at }))
  const save = async (format: 'xlsx' | 'csv'): Promise<void> => {
    setSaving(format)
    const isSaved = await saveFile(report.span, report.at, format)
    setSaving(null)
    if (!isSaved) toasts.say('refused', say('failed'))
  }
  const blocked = hall.online.value ? null : sayStaff('offlineShort')
  return (
    <div class="reports">
      <div class="report-bar">
        <h2 class="serif">{say(`titles.${report.span}`)}</h2>
        <fieldset class="span-choice" aria-label={say('choose')}>
          {spans.map((span) => (
            <button
              type="button"
              key={span}
              aria-pressed={span === report.span}
              onClick={() => setWish({ ...wish, span, at: report.until < today ? report.until : report.from })}
            >
              {say(`spans.${span}`)}
            </button>
          ))}
        </fieldset>
        <span class="report-when">
          <button
            type="button"
            class="button step-button"
            aria-label={say('before')}
            aria-disabled={report.previousAt === null}
            onClick={() => go(report.previousAt)}
          >
            <Icon name="back" size={20} />
          </button>
          <b class="button">{spanWords(report)}</b>
          <button
            type="button"
            class="button step-button step-on"
            aria-label={say('after')}
            aria-disabled={report.nextAt === null}
            onClick={() => go(report.nextAt)}
          >
            <Icon name="back" size={20} />
          </button>
        </span>
        <PartChoice report={report} part={wish.part} onChoose={(part) => setWish({ ...wish, at: report.at, part })} />
        {report.demo && (
          <span title={say('demoWhy')}>
            <Tag tone="amber">{say('demo')}</Tag>
          </span>
        )}
        <span class="grow" />
        <span class="report-closed">{closed}</span>
        <Button label={say('print')} icon="printer" onPress={() => print()} />
        <Button label={say('csv')} busy={saving === 'csv'} blocked={blocked} onPress={() => void save('csv')} />
        <Button
          label={say('excel')}
          icon="download"
          look="main"
          busy={saving === 'xlsx'}
          blocked={blocked}
          onPress={() => void save('xlsx')}
        />
      </div>
      <p class="report-headline serif">
        {headlineWords(report, today)}
        <small>{comparedWords(report)}</small>
      </p>
      {report.days === 0 ? (
        <p class="card card-empty">{say('nothing')}</p>
      ) : (
        <div class="report-cards">
          <div class="report-column">
            {report.span !== 'day' && <DayBars report={report} />}
            {report.queueHalves.length > 0 && <HeatMap report={report} />}
            {report.counterHalves.length > 0 && <CounterBars report={report} />}
          </div>
          <div class="report-column">
            <WaitBars report={report} />
            <div class="report-pair">
              <ToldLine report={report} />
              <GoneCard report={report} />
            </div>
            <RatingsCard report={report} />
            <AdviceCard report={report} />
            <HelpCard report={report} />
          </div>
          <DetailsCard report={report} />
        </div>
      )}
      <PrintSheet report={report} hallName={view.hall.name} today={today} closed={closed} />
    </div>
  )
}

interface PartChoiceProps {
  report: ReportView
  part: Part | null
  onChoose(part: Part | null): void
}
function PartChoice({ report, part, onChoose }: PartChoiceProps): JSX.Element {
  const rowsOf = (kind: 'queue' | 'department') => report.rows.find((one) => one.kind === kind)?.items ?? []
  return (
    <select
      class="entry report-part"
      aria-label={say('part')}
      value={part ? `${part.kind}:${part.key}` : ''}
      onChange={(event) => {
        const [kind, key] = event.currentTarget.value.split(':')
        onChoose(kind === 'queue' || kind === 'department' ? { kind, key: key ?? '' } : null)
      }}
    >
      <option value="">{say('all')}</option>
      {(['queue', 'department'] as const).map((kind) => (
        <optgroup key={kind} label={say(kind === 'queue' ? 'queues' : 'departments')}>
          {rowsOf(kind).map(({ key, name }) => (
            <option key={key} value={`${kind}:${key}`}>
              {kind === 'queue' ? `${key} ${name}` : name}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
