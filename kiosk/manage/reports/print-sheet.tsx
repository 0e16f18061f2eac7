import type { JSX } from 'preact'
import { comparedWords, dateWords, headlineWords, spanWords } from '../../../gateway/contract/report-words.ts'
import type { ReportRow, ReportView } from '../../../gateway/contract/reports.ts'
import { hoursOf } from './heat-map.tsx'
import { clockOf, list, percent, say, whole } from './words.ts'

interface SheetProps {
  report: ReportView
  hallName: string
  today: string
  closed: string | null
}

/** One page for the wall: black and three greys, every figure that a picture shows beside it, and how it was counted. */
export function PrintSheet({ report, hallName, today, closed }: SheetProps): JSX.Element {
  const headline = headlineWords(report, today)
  const [first = '', ...rest] = headline.split('，')
  const many = report.days === 0 ? 0 : report.whole.taken / report.days
  return (
    <div class="print-sheet">
      <header>
        <b class="serif">{hallName}</b>
        <span>
          {say('sheet.report', { title: say(`titles.${report.span}`), span: spanWords(report) })}
          {report.demo && ` · ${say('demo')}`}
        </span>
      </header>
      <h1 class="serif">
        {first}，<br />
        {rest.join('，')}
      </h1>
      <p class="sheet-lead">
        {comparedWords(report)}。
        {report.span !== 'day' && say('sheet.average', { days: report.days, many: whole(many) })}
      </p>
      <h2>{say('sheet.days')}</h2>
      <p>{say('sheet.daysNote')}</p>
      <DaysDrawing report={report} />
      <div class="sheet-two">
        <BusyHours report={report} />
        <ToldDrawing report={report} />
      </div>
      <h2>{say('sheet.departments')}</h2>
      <Departments report={report} />
      <footer>
        <b>{say('sheet.how')}</b>
        <ul>
          {list('sheet.rules').map((rule) => (
            <li key={rule}>{rule.replace('{{minutes}}', String(report.promise.minutes))}</li>
          ))}
        </ul>
        <p>{closed}</p>
      </footer>
    </div>
  )
}

const WIDE = 1072
const LEFT = 96
const MOST_DAYS = 40

/** Each day: how long nine in ten waited, and how many came. */
function DaysDrawing({ report: { byDay, promise } }: { report: ReportView }): JSX.Element {
  // Of a year the weeks would be points on points: each fifth day stands for its week.
  const each = Math.ceil(byDay.length / MOST_DAYS)
  const days = byDay.filter((_, nth) => nth % each === 0)
  const longest = Math.max(promise.minutes * 1.4, ...days.map(({ whole: row }) => row.below90 ?? 0))
  const most = Math.max(1, ...days.map(({ whole: row }) => row.taken))
  const step = (WIDE - LEFT - 20) / Math.max(1, days.length)
  const x = (nth: number): number => LEFT + 20 + step * (nth + 0.5)
  // Above the longest its figure needs room.
  const y = (minutes: number): number => 124 - (92 * minutes) / longest
  const points = days.flatMap(({ whole: row }, nth) => (row.below90 === null ? [] : [{ nth, minutes: row.below90 }]))
  const bar = Math.min(38, step * 0.62)
  const isTight = step < 46
  return (
    <svg viewBox={`0 0 ${WIDE} 268`} class="sheet-days" aria-hidden="true">
      <text x="0" y="40">
        {say('sheet.nine')}
      </text>
      <text x="0" y="62" class="sheet-note">
        {say('sheet.within')}
      </text>
      <path d={`M${LEFT} ${y(promise.minutes)}H${WIDE}`} class="sheet-promise" />
      <text x={WIDE} y={y(promise.minutes) + 22} text-anchor="end">
        {say('waits.promise', { minutes: promise.minutes })}
      </text>
      <polyline points={points.map(({ nth, minutes }) => `${x(nth)},${y(minutes)}`).join(' ')} class="sheet-line" />
      {points.map(({ nth, minutes }) => (
        <g key={nth}>
          <circle cx={x(nth)} cy={y(minutes)} r="5" class={minutes > promise.minutes ? 'sheet-over' : 'sheet-in'} />
          {(!isTight || minutes > promise.minutes) && (
            <text x={x(nth)} y={y(minutes) - 11} text-anchor="middle" class="sheet-strong">
              {minutes}
            </text>
          )}
        </g>
      ))}
      <text x="0" y="200">
        {say('sheet.taken')}
      </text>
      {days.map(({ day, whole: row }, nth) => {
        const tall = (62 * row.taken) / most
        return (
          <g key={day}>
            <rect x={x(nth) - bar / 2} y={232 - tall} width={bar} height={tall} class="sheet-bar" />
            {!isTight && (
              <text x={x(nth)} y={226 - tall} text-anchor="middle" class="sheet-note">
                {whole(row.taken)}
              </text>
            )}
            {(!isTight || nth % 3 === 0) && (
              <text x={x(nth)} y="254" text-anchor="middle">
                {nth === 0 || day.endsWith('-01')
                  ? `${Number(day.slice(5, 7))}/${Number(day.slice(8))}`
                  : Number(day.slice(8))}
              </text>
            )}
          </g>
        )
      })}
      <path d={`M${LEFT} 232H${WIDE}`} stroke="#000" />
    </svg>
  )
}

/** The day by half hours: four of five waited within the grey band. */
function BusyHours({ report: { halves, promise } }: { report: ReportView }): JSX.Element {
  const hours = hoursOf(halves)
  const known = hours.flatMap((half) => {
    const one = halves.find((each) => each.half === half)
    return one && one.below50 !== null ? [{ ...one, below50: one.below50 }] : []
  })
  const worst = known.reduce<(typeof known)[number] | null>(
    (most, one) => (one.below50 > (most?.below50 ?? 0) ? one : most),
    null,
  )
  const longest = Math.max(promise.minutes * 1.2, ...known.map(({ below90 }) => below90 ?? 0))
  const [first = 0] = hours
  const x = (half: number): number => 40 + ((half - first) * 460) / Math.max(1, hours.length - 1)
  const y = (minutes: number): number => 186 - (160 * minutes) / longest
  const top = known.map((one) => `${x(one.half)},${y(one.below90 ?? one.below50)}`)
  const bottom = known.map((one) => `${x(one.half)},${y(one.below10 ?? 0)}`).reverse()
  const steps = [0, 1, 2, 3].map((nth) => nth * 10 * Math.max(1, Math.round(longest / 40)))
  return (
    <div>
      <h2>{worst ? say('sheet.busiest', { clock: clockOf(worst.half) }) : say('sheet.quiet')}</h2>
      <p>{say('sheet.busiestNote')}</p>
      <svg viewBox="0 0 516 226" aria-hidden="true">
        <polygon points={[...top, ...bottom].join(' ')} fill="#DDD" />
        <polyline points={known.map((one) => `${x(one.half)},${y(one.below50)}`).join(' ')} class="sheet-line" />
        {steps
          .filter((minutes) => minutes <= longest)
          .map((minutes) => (
            <text key={minutes} x="28" y={y(minutes) + 6} text-anchor="end">
              {minutes}
            </text>
          ))}
        <path d="M36 186H500" stroke="#000" />
        <path d={`M36 ${y(promise.minutes)}H500`} class="sheet-promise" />
        <text x="500" y={y(promise.minutes) - 7} text-anchor="end">
          {say('waits.promise', { minutes: promise.minutes })}
        </text>
        {hours
          .filter((half) => half % 4 === 2)
          .map((half) => (
            <text key={half} x={x(half)} y="210" text-anchor="middle">
              {clockOf(half).replace(/^0/, '')}
            </text>
          ))}
        <text x="500" y="20" text-anchor="end" class="sheet-note">
          {say('sheet.band')}
        </text>
      </svg>
    </div>
  )
}

function ToldDrawing({ report: { byDay, whole: row } }: { report: ReportView }): JSX.Element {
  const days = byDay.filter(({ whole: one }) => one.toldTrue !== null)
  const x = (nth: number): number => 46 + (nth * 414) / Math.max(1, days.length - 1)
  const y = (share: number): number => 186 - 156 * Math.max(0, (share - 0.5) / 0.5)
  const last = days.at(-1)
  return (
    <div>
      <h2>
        {say('sheet.told')} {percent(row.toldTrue)} %
      </h2>
      <p>{say('sheet.toldNote')}</p>
      <svg viewBox="0 0 516 226" aria-hidden="true">
        <rect x="42" y={y(0.85)} width="428" height={y(0.75) - y(0.85)} fill="#DDD" />
        {[50, 60, 70, 80, 90].map((share) => (
          <text key={share} x="34" y={y(share / 100) + 6} text-anchor="end">
            {share}
          </text>
        ))}
        <path d="M42 186H470" stroke="#000" />
        <polyline
          points={days.map(({ whole: one }, nth) => `${x(nth)},${y(one.toldTrue ?? 0)}`).join(' ')}
          class="sheet-line"
        />
        {last && (
          <>
            <circle cx={x(days.length - 1)} cy={y(last.whole.toldTrue ?? 0)} r="6" />
            <text x="478" y={y(last.whole.toldTrue ?? 0) + 6} class="sheet-strong">
              {percent(last.whole.toldTrue)}
            </text>
            <text x="46" y="210" text-anchor="middle">
              {dateWords(days[0]?.day ?? last.day)}
            </text>
            <text x="452" y="210" text-anchor="middle">
              {dateWords(last.day)}
            </text>
          </>
        )}
      </svg>
    </div>
  )
}

function Departments({ report }: { report: ReportView }): JSX.Element {
  const { promise } = report
  const nine = (row: ReportRow): JSX.Element =>
    row.below90 !== null && row.below90 > promise.minutes ? (
      <td class="sheet-long">
        {row.below90}
        <i>▲</i>
      </td>
    ) : (
      <td>{row.below90 ?? '—'}</td>
    )
  const line = (row: ReportRow, name: string, isSum: boolean): JSX.Element => (
    <tr key={row.key} class={isSum ? 'sheet-sum' : undefined}>
      <th scope="row">{name}</th>
      <td>{whole(row.taken)}</td>
      <td>{row.below50 ?? '—'}</td>
      {nine(row)}
      <td>{whole(row.finished)}</td>
      <td>{row.taken === 0 ? '—' : ((100 * row.missed) / row.taken).toFixed(1)}</td>
      <td>{percent(row.toldTrue)}</td>
      <td>{whole(row.reds)}</td>
      <td>{whole(row.bad)}</td>
    </tr>
  )
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{say('sheet.department')}</th>
          <th scope="col">{say('days.taken')}</th>
          <th scope="col">{say('sheet.half')}</th>
          <th scope="col">{say('sheet.nineMinutes')}</th>
          <th scope="col">{say('sheet.finished')}</th>
          <th scope="col">{say('sheet.missed')}</th>
          <th scope="col">{say('sheet.trueShare')}</th>
          <th scope="col">{say('sheet.reds')}</th>
          <th scope="col">{say('sheet.bad')}</th>
        </tr>
      </thead>
      <tbody>
        {report.departments.map((row) => line(row, row.name, false))}
        {line(report.whole, say('sheet.sum'), true)}
      </tbody>
    </table>
  )
}
