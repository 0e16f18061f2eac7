import type { JSX } from 'preact'
import { adviceBasisWords, adviceWords } from '../../../gateway/contract/report-words.ts'
import type { ReportView } from '../../../gateway/contract/reports.ts'
import { ChartCard } from './chart-card.tsx'
import { percent, say, whole } from './words.ts'

const MOST = 5

/** What the past weeks say about counters, in words, with the days it rests on. */
export function AdviceCard({ report }: { report: ReportView }): JSX.Element {
  const { advice, promise } = report
  const table = {
    head: [say('advice.queue'), say('advice.when'), say('advice.more'), say('advice.basis')],
    rows: advice.map((one) => [
      `${one.queueId} ${one.name}`,
      adviceWords(one).split('，')[0] ?? '',
      say('advice.counters', { many: one.counters }),
      adviceBasisWords(one),
    ]),
  }
  return (
    <ChartCard
      name="advice"
      title={say('advice.title')}
      note={say('advice.note', { minutes: promise.minutes })}
      table={advice.length > 0 ? table : null}
    >
      {advice.length === 0 ? (
        <p class="card-empty">{say('advice.none')}</p>
      ) : (
        <ul class="advice">
          {advice.slice(0, MOST).map((one) => (
            <li key={`${one.weekday} ${one.hour} ${one.queueId}`}>
              <b>{adviceWords(one)}</b>
              <span>{adviceBasisWords(one)}</span>
            </li>
          ))}
        </ul>
      )}
    </ChartCard>
  )
}

/** Terminals, lists and visitors who asked for somebody. */
export function HelpCard({ report: { whole: row } }: { report: ReportView }): JSX.Element {
  const empty = row.searches === 0 ? null : row.searchesEmpty / row.searches
  const lines = [
    say('help.searches', { many: whole(row.searches) }),
    say('help.empty', { many: whole(row.searchesEmpty), share: percent(empty) }),
    say('help.lists', { many: whole(row.lists) }),
    say('help.helps', { many: whole(row.helps) }),
    ...(row.helpMean === null ? [] : [say('help.answered', { minutes: row.helpMean.toFixed(1) })]),
  ]
  return (
    <ChartCard name="help" title={say('help.title')} table={null}>
      <ul class="help-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </ChartCard>
  )
}
