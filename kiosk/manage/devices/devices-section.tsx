import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { DeviceHealth } from '../../../gateway/contract/device-view.ts'
import { Button } from '../../shared/staff/button.tsx'
import { Light, lightOfDevice } from '../../shared/staff/marks.tsx'
import { SwitchOffDialog, switchId, switchOff, switchOn } from '../../shared/staff/switch-off.tsx'
import { sayStaff } from '../../shared/staff/words.ts'
import type { SectionProps } from '../section-props.ts'
import { EnrolDialog } from '../enrol/enrol-dialog.tsx'
import { say as sayEnrol } from '../enrol/words.ts'
import { DeviceDetail } from './device-detail.tsx'
import { type Filter, isNeeding, pickDevices } from './pick-devices.ts'
import { useDevices } from './use-devices.ts'
import { kinds, say } from './words.ts'
import './devices.css'

const stateOrder = ['fault', 'warning', 'unknown', 'ok', 'off'] as const

/** The health board: how many are how, those that need somebody first, the chosen one whole. */
export function DevicesSection({ hall, view, orders, toasts }: SectionProps): JSX.Element {
  const { devices, stale, look } = useDevices()
  // Somebody comes here from the board to look at one of them.
  const [wanted] = useState(new URLSearchParams(location.search).get('device'))
  const [filter, setFilter] = useState<Filter>({ show: wanted === null ? 'needing' : 'all' })
  const [typed, type] = useState('')
  const [openId, open] = useState<string | null>(wanted)
  const [asked, ask] = useState<DeviceHealth | null>(null)
  const [isEnrolling, enrol] = useState(false)
  if (devices === null) return <p class="manage-still">{stale ? say('stale') : say('reading')}</p>
  const shown = pickDevices(devices, filter, typed)
  const opened = devices.find(({ id }) => id === openId) ?? shown[0] ?? null
  const here = kinds.filter((kind) => devices.some((one) => one.kind === kind))
  const chip = (label: string, count: number, to: Filter): JSX.Element => (
    <button
      type="button"
      class="device-chip"
      key={label}
      aria-pressed={JSON.stringify(filter) === JSON.stringify(to)}
      onClick={() => setFilter(to)}
    >
      {label} <span class="num">{count}</span>
    </button>
  )
  return (
    <div class="devices-board">
      <section class="card device-rows">
        <div class="card-head">
          <h2>{say('title')}</h2>
          <ul class="device-sums">
            {stateOrder.map((state) => (
              <li key={state}>
                <Light light={lightOfDevice[state]} size={16} />
                {say(`states.${state}`)} <b class="num">{devices.filter((one) => one.state === state).length}</b>
              </li>
            ))}
          </ul>
          <span class="grow" />
          <input
            class="entry"
            type="search"
            placeholder={say('find')}
            aria-label={say('find')}
            value={typed}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </div>
        <nav class="device-chips" aria-label={say('kind')}>
          {chip(say('needing'), devices.filter(isNeeding).length, { show: 'needing' })}
          {chip(say('all'), devices.length, { show: 'all' })}
          {here.map((kind) =>
            chip(say(`kinds.${kind}`), devices.filter((one) => one.kind === kind).length, { show: 'kind', kind }),
          )}
          <span class="grow" />
          <Button label={sayEnrol('button')} icon="plus" onPress={() => enrol(true)} />
        </nav>
        {stale && (
          <p class="device-stale" role="status">
            {say('stale')}
          </p>
        )}
        {shown.length === 0 && (
          <p class="card-empty">
            {filter.show === 'needing' && typed === '' ? say('nothingWrong') : say('nothingFound')}
          </p>
        )}
        <ul class="device-table">
          {shown.map((device) => (
            <li key={device.id}>
              <button type="button" aria-current={device === opened} onClick={() => open(device.id)}>
                <Light light={lightOfDevice[device.state]} word={say(`states.${device.state}`)} />
                <b class="num">{device.id}</b>
                <span class="device-name">
                  {device.name}
                  <small>{device.where === device.name ? say(`kinds.${device.kind}`) : device.where}</small>
                </span>
                <span class={isNeeding(device) ? 'device-bad' : 'device-fine'}>{device.word}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {opened ? (
        <DeviceDetail
          device={opened}
          timeZone={view.hall.timeZone}
          now={hall.now()}
          blocked={hall.online.value ? null : sayStaff('offlineShort')}
          busy={orders.underWay.value === 'test-printer'}
          switching={orders.underWay.value === switchId(opened)}
          onSwitchOff={ask}
          onSwitchOn={(device) => void orders.press({ ...switchOn(device), then: look })}
          onTest={(printerId) =>
            void orders.press({
              id: 'test-printer',
              commands: [{ type: 'test-printer', printerId }],
              done: say('testOrdered'),
            })
          }
        />
      ) : (
        <section class="card device-open">
          <p class="card-empty">{say('choose')}</p>
        </section>
      )}
      {isEnrolling && (
        <EnrolDialog timeZone={view.hall.timeZone} now={hall.now()} toasts={toasts} onClose={() => enrol(false)} />
      )}
      {asked && (
        <SwitchOffDialog
          device={asked}
          onClose={() => ask(null)}
          onChoose={(reason) => {
            ask(null)
            void orders.press({ ...switchOff(asked, reason), then: look })
          }}
        />
      )}
    </div>
  )
}
