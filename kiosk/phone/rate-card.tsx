import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { ask, withFields } from '../../gateway/client/ask.ts'
import { after, newId } from '../../gateway/client/page-clock.ts'
import { isLow } from '../../gateway/contract/grade-rules.ts'
import type { TrackView } from '../../gateway/contract/visitor-views.ts'
import { Face } from '../shared/rating/face.tsx'
import { type Why, WhyForm } from '../shared/rating/why-form.tsx'
import { language } from '../../display/shared/page-words.ts'
import { GRADES, gradeName, say } from '../shared/rating/words.ts'
import './rate-card.css'

/** So long a grade may be changed here. */
const CHANGE_MS = 8_000

/** After the visit, once: five grades, all alike. A low one may say why; whoever says nothing more has said enough. */
export function RateCard({ token, rating }: { token: string; rating: NonNullable<TrackView['rating']> }): JSX.Element {
  const given = useSignal<number | null>(null)
  const changing = useSignal(false)
  const code = useSignal<string | null>(null)
  const isSilent = useSignal(false)
  const busy = useSignal(false)
  const trouble = useSignal<string | null>(null)
  useEffect(() => {
    if (given.value === null) return
    return after(CHANGE_MS, () => void (given.value = null))
  }, [given.value])

  async function send<T>(path: string, field: keyof T & string, body: object): Promise<T | null> {
    if (busy.value) return null
    busy.value = true
    trouble.value = null
    const reader = withFields<T & object>(field)
    const answer = await ask(`/api/v1/track/${token}/rating${path}`, reader, {
      body,
      key: newId(),
      language: language.value,
    })
    busy.value = false
    if (answer.ok) return answer.body
    trouble.value = answer.error.message
    return null
  }
  async function grade(stars: number): Promise<void> {
    if ((await send<{ stars: number }>('', 'stars', { stars })) === null) return
    changing.value = false
    given.value = stars
  }
  const tell = async (why: Why): Promise<void> => {
    code.value = (await send<{ code: string }>('/why', 'code', why))?.code ?? null
  }
  const stars = rating.stars ?? given.value
  const asks = stars === null || changing.value
  const asksWhy = stars !== null && !asks && isLow(stars) && !rating.isExplained && code.value === null
  return (
    <section class="card rate">
      {trouble.value !== null && (
        <p class="trouble" role="alert">
          {trouble.value}
        </p>
      )}
      {asks ? (
        <>
          <h2 class="serif">{say('ask')}</h2>
          <p>{say('voluntary')}</p>
          <div class="rate-grades">
            {GRADES.map((one) => (
              <button type="button" key={one} disabled={busy.value} onClick={() => void grade(one)}>
                <Face stars={one} size={44} />
                <span>{gradeName(one)}</span>
              </button>
            ))}
          </div>
        </>
      ) : (
        <div class="rate-given">
          <Face stars={stars} size={56} stroke={2} />
          <p>{say('kept', { grade: gradeName(stars) })}</p>
          {given.value !== null && (
            <button type="button" onClick={() => void (changing.value = true)}>
              {say('changeShort')}
            </button>
          )}
        </div>
      )}
      {asksWhy && !isSilent.value && (
        <>
          <h2 class="serif">{say('sorry')}</h2>
          <p>{say('several')}</p>
          <WhyForm submit={say('submit')} isNeeded busy={busy.value} onSubmit={(why) => void tell(why)} />
          <button type="button" onClick={() => void (isSilent.value = true)}>
            {say('nothingMore')}
          </button>
        </>
      )}
      {code.value !== null && (
        <a class="rate-code" href={`/complain#${code.value}`}>
          <span>{say('code')}</span>
          <b class="num">{`${code.value.slice(0, 4)} ${code.value.slice(4)}`}</b>
          <span>{say('followedHint')}</span>
        </a>
      )}
    </section>
  )
}
