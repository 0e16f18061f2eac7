import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { DeviceView } from '../../../gateway/contract/device-view.ts'
import type { StartView } from '../../../gateway/contract/start-view.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import type { Toaster } from '../../shared/staff/toasts.tsx'
import { KeypadCard, PadCard, ReaderCard, ScannerCard } from './input-cards.tsx'
import { PanelCard, PrinterCard } from './output-cards.tsx'
import { pressDevice } from './press.ts'
import { say } from '../words.ts'
import './tray.css'

/** All that is simulated in a demo hall, to be clicked, typed into, pulled out and broken. */
export function Tray({
  view,
  toasts,
  onClose,
}: {
  view: StartView
  toasts: Toaster
  onClose: () => void
}): JSX.Element {
  const press = useMemo(() => pressDevice(toasts), [toasts])
  const head = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    head.current?.focus()
    const leave = (event: KeyboardEvent): void => void (event.key === 'Escape' && onClose())
    addEventListener('keydown', leave)
    return () => removeEventListener('keydown', leave)
  }, [])
  const of = (kind: DeviceView['kind']): DeviceView[] => view.devices.filter((device) => device.kind === kind)
  const faultsOf = (id: string): readonly string[] =>
    view.papers.find(({ printerId }) => printerId === id)?.faults ?? []
  return (
    <aside class="tray" aria-label={say('tray.title')}>
      <header>
        <h2 class="serif">{say('tray.title')}</h2>
        <button type="button" ref={head} onClick={onClose}>
          <Icon name="close" size={20} /> {say('tray.close')}
        </button>
      </header>
      <p>{say('tray.text')}</p>
      <Group title={say('tray.scanners')}>
        {of('scanner').map((device) => (
          <ScannerCard key={device.id} device={device} press={press} lastToken={view.lastToken} />
        ))}
      </Group>
      <Group title={say('tray.pads')}>
        {of('pad').map((device) => (
          <PadCard key={device.id} device={device} press={press} />
        ))}
      </Group>
      <Group title={say('tray.readers')}>
        {of('reader').map((device) => (
          <ReaderCard key={device.id} device={device} press={press} />
        ))}
      </Group>
      <Group title={say('tray.keypads')}>
        {of('keypad').map((device) => (
          <KeypadCard key={device.id} device={device} press={press} />
        ))}
      </Group>
      <Group title={say('tray.printers')}>
        {of('printer').map((device) => (
          <PrinterCard key={device.id} device={device} press={press} faults={faultsOf(device.id)} />
        ))}
      </Group>
      <Group title={say('tray.panels')}>
        {of('panel').map((device) => (
          <PanelCard key={device.id} device={device} press={press} />
        ))}
      </Group>
    </aside>
  )
}

function Group({ title, children }: { title: string; children: ComponentChildren }): JSX.Element | null {
  if (Array.isArray(children) && children.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
