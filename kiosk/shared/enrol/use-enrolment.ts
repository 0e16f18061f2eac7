import { useEffect, useState } from 'preact/hooks'
import { type PageRole, keepToken } from '../../../gateway/client/access.ts'
import { ask, withFields } from '../../../gateway/client/ask.ts'
import { after, ticks } from '../../../gateway/client/page-clock.ts'
import type { EnrolOffer, EnrolState, EnrolWish } from '../../../gateway/contract/enrolment.ts'
import { ownPage } from './own-page.ts'

const LOOK_MS = 2_000
const AGAIN_MS = 5_000

export interface Enrolment {
  /** null = none yet. */
  offer: EnrolOffer | null
  /** How long the code lives from now on, ms. */
  leftMs(): number
  isRefused: boolean
  /** The last question was answered. */
  online: boolean
  another(): void
}

/** Shows a code until the machine is let in; a new one by itself when it is over. Then its page opens, without a touch. */
export function useEnrolment(wish: EnrolWish, go: (address: string) => void): Enrolment {
  const [offer, setOffer] = useState<EnrolOffer | null>(null)
  const [overAt, setOverAt] = useState(0)
  const [isRefused, setRefused] = useState(false)
  const [online, setOnline] = useState(true)
  const [nth, setNth] = useState(0)
  useEffect(() => {
    let left = false
    let stop = (): void => {}
    const wait = (ms: number, work: () => Promise<void>): void => {
      if (!left) stop = after(ms, () => void work())
    }
    async function begin(): Promise<void> {
      const answer = await ask('/api/v1/enrol', withFields<EnrolOffer>('code', 'secret', 'livesMs'), { body: wish })
      if (left) return
      setOnline(answer.ok)
      setOffer(answer.ok ? answer.body : null)
      if (answer.ok) setOverAt(ticks() + answer.body.livesMs)
      setRefused(false)
      if (answer.ok) wait(LOOK_MS, () => look(answer.body))
      else wait(AGAIN_MS, begin)
    }
    async function look(own: EnrolOffer): Promise<void> {
      const body = { secret: own.secret }
      const answer = await ask('/api/v1/enrol/ask', withFields<EnrolState>('state'), { body })
      if (left) return
      setOnline(answer.ok)
      if (!answer.ok) return wait(AGAIN_MS, () => look(own))
      switch (answer.body.state) {
        case 'waiting':
          return wait(LOOK_MS, () => look(own))
        case 'approved':
          return enter(answer.body)
        case 'refused':
          return setRefused(true)
        case 'over':
          return void begin()
      }
    }
    function enter({ kind, place, token }: Extract<EnrolState, { state: 'approved' }>): void {
      const { address, role }: { address: string; role: PageRole } = ownPage(kind, place)
      keepToken(role, place, token)
      go(address)
    }
    void begin()
    return () => {
      left = true
      stop()
    }
  }, [nth])
  const leftMs = (): number => (offer === null ? 0 : Math.max(0, overAt - ticks()))
  return { offer, leftMs, isRefused, online, another: () => setNth((before) => before + 1) }
}
