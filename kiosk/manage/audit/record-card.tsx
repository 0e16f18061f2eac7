import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { AuditDetail, AuditRow } from '../../../gateway/contract/audit.ts'
import { timeAt } from '../../../gateway/contract/hall-time.ts'
import { withFields } from '../../../gateway/client/ask.ts'
import { manageCall } from '../manage-call.ts'
import { Sentence } from './sentence.tsx'
import { dateName, say } from './words.ts'

const aDetail = withFields<AuditDetail>('row', 'chain')

/** One record: when to the second, who, why. */
export function RecordCard({ row, timeZone }: { row: AuditRow | null; timeZone: string }): JSX.Element {
  const [detail, setDetail] = useState<AuditDetail | null>(null)
  useEffect(() => {
    if (!row) return
    let left = false
    void manageCall(`/audit/${row.seq}`, aDetail).then((answer) => {
      if (!left && answer.ok) setDetail(answer.body)
    })
    return () => {
      left = true
    }
  }, [row?.seq])
  if (!row)
    return (
      <section class="card audit-record">
        <header class="card-head">
          <h2>{say('one')}</h2>
        </header>
        <p class="card-empty">{say('pick')}</p>
      </section>
    )
  const time = timeAt(row.at, timeZone)
  return (
    <section class="card audit-record">
      <header class="card-head">
        <h2>{say('one')}</h2>
        <span class="grow" />
        <small>{say('nth', { seq: row.seq.toLocaleString('en-US') })}</small>
      </header>
      <div class="audit-facts">
        <p>
          <Sentence text={row.sentence} />
        </p>
        <dl>
          <dt>{say('when')}</dt>
          <dd>
            {dateName(time.slice(0, 10))} <b class="num">{time.slice(11)}</b>
          </dd>
          <dt>{say('who')}</dt>
          <dd>{row.actorName}</dd>
          <dt>{say('what')}</dt>
          <dd>{say(`topic.${row.topic}`)}</dd>
          {detail?.reason && (
            <>
              <dt>{say('why')}</dt>
              <dd>{detail.reason}</dd>
            </>
          )}
        </dl>
        {detail && (
          <ol class="audit-links" aria-label={say('chain')}>
            {detail.chain.map(({ seq, hash }) => (
              <li key={seq} class={seq === row.seq ? 'num now' : 'num'}>
                …{String(seq).slice(-3)} {hash}
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  )
}
