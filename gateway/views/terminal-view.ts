import { isOffered } from '../contract/is-offered.ts'
import type { DeviceView } from '../contract/device-view.ts'
import type { TerminalView } from '../contract/visitor-views.ts'
import { chiefShown } from './duty-view.ts'
import { helpView } from './help-view.ts'
import { emergencyShown } from './emergency-view.ts'
import { noticesOn } from './notice-view.ts'
import { hallHead, hallNotNow } from './queue-view.ts'
import type { Reading } from './reading.ts'

const POPULAR_SHOWN = 12

/** The page of one terminal; null when there is no such terminal. Its queues come by `queues`. */
export function terminalView(reading: Reading, terminalId: string): TerminalView | null {
  const { hallModel } = reading
  const { hall } = hallModel
  const terminal = hall.terminals.find((one) => one.id === terminalId)
  if (!terminal) return null
  const devices = reading.live().devices()
  const help = reading.state('help').help.open.find((one) => one.terminalId === terminalId && !one.left)
  const closed = hallNotNow(reading)
  const { departments, popular } = offeredHere(reading)
  return {
    hall: hallHead(hallModel),
    terminal: { id: terminal.id, name: terminal.name, floor: terminal.floor, zone: terminal.zone, ...terminal.panel },
    open: closed === null,
    notNow: closed,
    lastTicket: hall.hours.lastTicket,
    departments: withChiefs(reading, departments),
    popular,
    printer: ownPrinter(reading, devices, terminal.printer),
    reader: workingReader(reading, devices, terminalId),
    slipPlaces: hall.terminals.flatMap(({ id, name, floor, zone, printer }) =>
      printer === null ? [] : [{ printerId: printer, terminalId: id, name, floor, zone }],
    ),
    otherPrinters: otherPrinters(reading, devices, terminal.printer),
    ...noticesOn(reading, { kind: 'terminal', floor: terminal.floor, zone: terminal.zone }),
    help: help ? helpView(reading, help) : null,
    catalogue: hallModel.aliases === 0 ? hallModel.catalogue : `${hallModel.catalogue ?? ''} ${hallModel.aliases}`,
    emergency: emergencyShown(reading),
  }
}

type Offered = Omit<TerminalView['departments'][number], 'chief'>
const withChiefs = (reading: Reading, departments: readonly Offered[]): TerminalView['departments'] =>
  departments.map((one) => ({ ...one, chief: chiefShown(reading, 'department', one.id) }))

/** What changes with the catalogue only, once for all terminals. */
const offeredHere = (reading: Reading): Pick<TerminalView, 'popular'> & { departments: Offered[] } =>
  reading.shared('offered', ({ hallModel: { hall, matters: all } }) => {
    const matters = [...all.values()].filter(isOffered)
    return {
      departments: hall.departments.map(({ id, name }) => ({
        id,
        name,
        matters: matters.filter((matter) => matter.department === id).length,
      })),
      popular: matters
        .filter((matter) => matter.popular > 0 && matter.queueId !== null)
        .sort((one, other) => other.popular - one.popular)
        .slice(0, POPULAR_SHOWN)
        .map((matter) => matter.id),
    }
  })

/** `paused`: neither it nor the one that stands in prints now. */
function ownPrinter(
  { hallModel: { hall } }: Reading,
  devices: readonly DeviceView[],
  printerId: string | null,
): TerminalView['printer'] {
  if (printerId === null) return null
  const printer = devices.find(({ id }) => id === printerId)
  const standIn = hall.printers.find(({ id }) => id === printerId)?.fallback ?? null
  const isStopped = (id: string): boolean =>
    devices.some((device) => device.id === id && (device.fault !== null || device.off !== null))
  const paused = isStopped(printerId) && (standIn === null || isStopped(standIn))
  const fault = printer && printer.off === null ? printer.fault : null
  return { id: printerId, state: printer?.state ?? 'unknown', word: printer?.word ?? '', fault, paused }
}

const otherPrinters = (
  { hallModel: { hall } }: Reading,
  devices: readonly DeviceView[],
  printerId: string | null,
): TerminalView['otherPrinters'] =>
  hall.terminals
    .filter(({ printer }) => printer !== null && printer !== printerId)
    .filter(({ printer }) => devices.some(({ id, state }) => id === printer && state === 'ok'))
    .map(({ id, printer }) => ({ terminalId: id, printerId: printer ?? '' }))

function workingReader(
  { hallModel: { hall } }: Reading,
  devices: readonly DeviceView[],
  terminalId: string,
): TerminalView['reader'] {
  const reader = hall.readers.find((one) => one.terminal === terminalId && one.enabled)
  return reader && devices.some(({ id, state }) => id === reader.id && state === 'ok') ? { id: reader.id } : null
}
