import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import { getJson } from '../../../gateway/client/get-json.ts'
import { every, ticks } from '../../../gateway/client/page-clock.ts'
import type { EnrolledKind } from '../../../gateway/contract/enrolment.ts'
import { clockAt } from '../../../gateway/contract/hall-time.ts'
import { connect } from '../../../gateway/client/connect.ts'
import { Icon, type IconName, Mark } from '../../../display/shared/icons.tsx'
import { useEnrolment } from './use-enrolment.ts'
import { say } from './words.ts'
import './enrol.css'

interface HallFacts {
  name: string
  nameEn: string
  timeZone: string
}
interface EnrolPageProps {
  kind: EnrolledKind
  wished: string | null
  go: (address: string) => void
}

/** What a machine shows until somebody lets it in: a code, and what it is. Visitors are sent to the next one. */
export function EnrolPage({ kind, wished, go }: EnrolPageProps): JSX.Element {
  const facts = useMemo(
    () => ({
      width: Math.round(screen.width * devicePixelRatio),
      height: Math.round(screen.height * devicePixelRatio),
      touch: navigator.maxTouchPoints > 0,
      system: systemWords(navigator.userAgent),
    }),
    [],
  )
  const { offer, leftMs, isRefused, online, another } = useEnrolment({ kind, wished, facts }, go)
  const [hall, setHall] = useState<HallFacts | null>(null)
  const [version, setVersion] = useState('')
  const [touches, touch] = useState(0)
  const authority = offer?.authority ?? null
  const [isOpen, open] = useState(false)
  const [began] = useState(ticks())
  const gateway = useMemo(() => connect({ role: 'public', id: null, topics: [] }), [])
  useEffect(() => gateway.close, [])
  const [, tick] = useState(0)
  useEffect(() => every(1_000, () => tick((nth) => nth + 1)), [])
  useEffect(() => {
    getJson('/api/v1/hall', withFields<HallFacts>('name', 'timeZone')).then(setHall, () => {})
    getJson('/api/v1/health', withFields<{ version: string }>('version')).then(
      (body) => setVersion(body.version),
      () => {},
    )
  }, [online])
  return (
    <main class="enrol-page">
      <header class="enrol-head">
        <Mark size={84} />
        <span class="enrol-hall">
          <b class="serif">{hall?.name}</b>
          <small>{hall?.nameEn}</small>
        </span>
        {hall && <span class="num enrol-clock">{clockAt(gateway.now(), hall.timeZone)}</span>}
      </header>
      <h1 class="serif">{isRefused ? say('refused') : say(`title.${kind}`)}</h1>
      <p class="enrol-lead">{isRefused ? say('refusedNote') : say('lead')}</p>
      <section class="enrol-code">
        <p>
          <span>{say('code')}</span>
          {offer !== null && !isRefused && (
            <span>
              {say('left')} <b class="num">{minutesWords(leftMs())}</b>
            </span>
          )}
        </p>
        <output class="num">{isRefused ? '———' : (offer?.code.replace('-', '–') ?? '')}</output>
        {offer === null && <p role="status">{online ? say('waiting') : say('tooMany')}</p>}
        <i class="enrol-left" aria-hidden="true">
          <i style={{ width: `${(100 * leftMs()) / 600_000}%` }} />
        </i>
      </section>
      {isOpen && authority !== null && <Authority fingerprint={authority} />}
      <ol class="enrol-steps" hidden={isOpen}>
        <Step nth={1} isNow title={say('step1')} note={say('step1Note')} />
        <Step nth={2} title={say('step2')} note={say('step2Note')} />
        <Step nth={3} title={say('step3')} note={say('step3Note')} />
      </ol>
      <section class="enrol-facts" hidden={isOpen}>
        <Fact icon="place" label={say('address')} state={online ? say('connected') : say('away')} ok={online}>
          <span class="num">{offer?.address ?? ''}</span>
        </Fact>
        <Fact
          icon="terminal"
          label={say('program')}
          state={say('running', { minutes: Math.floor((ticks() - began) / 60_000) })}
          ok
        >
          {say('programName', { version })}
        </Fact>
        <Fact icon="screen" label={say('screenSize')} state={facts.touch ? say('touch') : say('noTouch')} ok>
          <span class="num">{say('pixels', { width: facts.width, height: facts.height })}</span>
        </Fact>
      </section>
      <div class={`enrol-actions ${authority === null ? '' : 'enrol-three'}`}>
        <button type="button" onClick={another}>
          <Icon name="transfer" size={40} />
          {say('another')}
        </button>
        <button type="button" onClick={() => touch(touches + 1)}>
          <Icon name="check" size={40} />
          {touches === 0 ? say('tryTouch') : say('touched', { times: touches })}
        </button>
        {authority !== null && (
          <button type="button" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
            <Icon name={isOpen ? 'back' : 'shield'} size={40} />
            {isOpen ? say('authorityBack') : say('authorityGet')}
          </button>
        )}
      </div>
      {kind === 'terminal' && (
        <aside class="enrol-visitors">
          <Icon name="guide" size={48} />
          <span>
            <b>{say('visitors')}</b>
            <small>{say('visitorsNote')}</small>
          </span>
        </aside>
      )}
    </main>
  )
}

/** The hall's own root certificate: why a device must trust it, how that is done, and what to compare before. */
const Authority = ({ fingerprint }: { fingerprint: string }): JSX.Element => (
  <section class="enrol-authority">
    <Icon name="shield" size={48} />
    <div>
      <b>{say('authority')}</b>
      <p>{say('authorityWhy')}</p>
      <p>{say('authorityHow', { address: `${location.origin}/enrol/ca.crt` })}</p>
      <p>
        {say('authorityCheck')}
        <code>{fingerprint}</code>
      </p>
    </div>
    <a href="/enrol/ca.crt" download="tingshi-ca.crt">
      {say('authorityGet')}
    </a>
  </section>
)

const Step = ({
  nth,
  title,
  note,
  isNow = false,
}: {
  nth: number
  title: string
  note: string
  isNow?: boolean
}): JSX.Element => (
  <li class={isNow ? 'enrol-now' : ''}>
    <i class="num">{nth}</i>
    <b>{title}</b>
    <small>{note}</small>
  </li>
)
interface FactProps {
  icon: IconName
  label: string
  state: string
  ok: boolean
  children: ComponentChildren
}
const Fact = ({ icon, label, state, ok, children }: FactProps): JSX.Element => (
  <p>
    <Icon name={icon} size={34} />
    <span class="enrol-label">{label}</span>
    <b>{children}</b>
    <span class={ok ? 'enrol-ok' : 'enrol-bad'}>{state}</span>
  </p>
)

const minutesWords = (ms: number): string =>
  `${Math.floor(ms / 60_000)}:${String(Math.floor((ms % 60_000) / 1_000)).padStart(2, '0')}`

/** The system in a word or two; a whole user agent is nobody's business. */
const systemWords = (agent: string): string => /Android|Windows|iPad|Macintosh|Linux/.exec(agent)?.[0] ?? ''
