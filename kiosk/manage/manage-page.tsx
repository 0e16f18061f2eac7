import type { ReadonlySignal } from '@preact/signals'
import type { FunctionComponent, JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { HallConnection } from '../../gateway/client/connect.ts'
import type { ManageView } from '../../gateway/contract/manage.ts'
import { EscalationBand } from '../shared/staff/escalation-band.tsx'
import { AccessGate } from '../shared/staff/access-gate.tsx'
import { Light, Tag } from '../shared/staff/marks.tsx'
import type { OrderLine } from '../shared/staff/order-line.ts'
import { Clock } from '../shared/staff/ticking.tsx'
import { type Toaster, Toasts } from '../shared/staff/toasts.tsx'
import { OfflineBand } from '../shared/staff/top-bar.tsx'
import { sayStaff } from '../shared/staff/words.ts'
import { Mark } from '../../display/shared/icons.tsx'
import { useOwnNotices } from './notices/use-own-notices.ts'
import type { OpenSection, SectionProps } from './section-props.ts'
import { type Section, sections } from './sections.ts'
import { say } from './words.ts'

interface ManagePageProps {
  hall: HallConnection
  view: ReadonlySignal<ManageView | null>
  toasts: Toaster
  orders: OrderLine
}

export const ManagePage = ({ view, ...rest }: ManagePageProps): JSX.Element => (
  <AccessGate hall={rest.hall} ready={view.value !== null}>
    {view.value && <Manage {...rest} view={view.value} />}
  </AccessGate>
)

function Manage(rest: Omit<SectionProps, 'open'>): JSX.Element {
  const { hall, view, toasts } = rest
  const [openId, setOpenId] = useState(new URLSearchParams(location.search).get('section'))
  const section = sections.find((one) => one.id === openId) ?? sections[0]
  const online = hall.online.value
  useOwnNotices(view.notices, toasts)
  const open: OpenSection = (id, about = {}) => {
    history.replaceState(null, '', `?${new URLSearchParams({ section: id, ...about })}`)
    setOpenId(id)
  }
  const props: SectionProps = { ...rest, open }
  return (
    <div class="manage">
      <header class="top-bar">
        <Mark size={36} />
        <span class="serif top-hall">{view.hall.name}</span>
        <span class="top-divider" />
        <h1 class="top-place">{say('place')}</h1>
        <nav class="manage-tabs" aria-label={say('sections')}>
          {sections.map((one) => (
            <button
              type="button"
              key={one.id}
              aria-current={one === section ? 'page' : undefined}
              // More tabs than a small screen has room for: the open one is always seen.
              ref={(tab) => {
                if (one === section) tab?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
              }}
              onClick={() => open(one.id)}
            >
              {say(`tabs.${one.id}`)}
              <LateCount count={one.late?.(hall) ?? 0} />
            </button>
          ))}
        </nav>
        <span class="grow" />
        <Tag tone={online ? 'green' : 'amber'}>
          <Light light={online ? 'ok' : 'warning'} size={14} />
          {online ? sayStaff('connected') : sayStaff('reconnecting')}
        </Tag>
        <Clock now={hall.now} timeZone={view.hall.timeZone} />
      </header>
      <OfflineBand online={online} />
      <EscalationBand escalations={view.escalations} now={hall.now} orders={rest.orders} />
      <main class="manage-main">{section && <LoadedSection key={section.id} section={section} {...props} />}</main>
      <Toasts toasts={toasts} />
    </div>
  )
}

/** Something in there is over its limit: shape, colour and number. */
const LateCount = ({ count }: { count: number }): JSX.Element | null =>
  count === 0 ? null : (
    <span class="tab-late">
      <Light light="fault" size={16} word={say('late')} />
      <b class="num">{count}</b>
    </span>
  )

type Loading = { state: 'loading' } | { state: 'failed' } | { state: 'here'; Part: FunctionComponent<SectionProps> }

/** Keyed by the section, so that each starts on its own. */
function LoadedSection({ section, ...props }: SectionProps & { section: Section }): JSX.Element {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' })
  useEffect(() => {
    let left = false
    section
      .load()
      .then((Part) => left || setLoading({ state: 'here', Part }))
      .catch(() => left || setLoading({ state: 'failed' }))
    return () => {
      left = true
    }
  }, [section])
  if (loading.state === 'here') return <loading.Part {...props} />
  return (
    <p class="manage-still" role="status">
      {loading.state === 'failed' ? say('failed') : say('loading')}
    </p>
  )
}
