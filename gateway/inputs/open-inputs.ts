import type { HidDevice, HidInfo, HidPort } from '../devices/hid/hid-port.ts'
import { nodeHidPort } from '../devices/hid/node-hid-port.ts'
import { type HidTrouble, type HidWish, superviseHid } from '../devices/hid/supervise-hid.ts'
import { driveKeypad } from '../devices/keypad/drive-keypad.ts'
import { driveScanner } from '../devices/scanner/drive-scanner.ts'
import type { DeviceCode } from '../contract/device-condition.ts'
import type { ScanAnswer, SignalsView } from '../contract/signals.ts'
import type { Office } from '../office/office.ts'
import type { GiveOrder } from '../rights/order-door.ts'
import type { DeviceBoard } from '../board/device-board.ts'
import { type CheckIn, answerScan } from './answer-scan.ts'
import { type HearStranger, hearStranger } from './hear-stranger.ts'
import { type Place, type PluggedAt, hidWishes, placeKey } from './hid-wishes.ts'
import { type PadDeps, type Rate, joinPad } from './join-pad.ts'
import { type TerminalSignals, terminalSignals } from './terminal-signals.ts'

export interface InputsDeps {
  office: Office
  giveOrder: GiveOrder
  board: DeviceBoard
  simulated: HidPort
  /** The HID devices of a terminal's computer. */
  hidAt(terminalId: string): HidPort
  /** Whether that computer lends anything now. */
  isLending(terminalId: string): boolean
  checkIn: CheckIn | null
  rate: Rate | null
  isLearning: PadDeps['isLearning']
  /** The hall's time, as its log has it. */
  now(): number
  /** Milliseconds that no correction of the clock moves: what bounces, and how old a look is. */
  monotonic(): number
  newId(): string
  /** Board or signals have changed. */
  invalidate(): void
  onBroken(error: unknown): void
}
export interface Inputs {
  /** Another device of this terminal says something. */
  tell: TerminalSignals['tell']
  signalsOf(terminalId: string): SignalsView
  /** A code that came another way, from a scanner that types into the page. */
  scan(terminalId: string, text: string): Promise<ScanAnswer>
  /** HID devices at the gateway's own computer and at every terminal's that lends now; asked at most every three seconds. */
  plugged(): Promise<readonly PluggedAt[]>
  strangers: HearStranger
  close(): void
}

const RESCAN_MS = 15_000
const QUICK_MS = 1_000
const LOOKED_MS = 3_000
const troubles: Record<HidTrouble, DeviceCode> = {
  missing: 'not-plugged-in',
  'no-rights': 'no-rights',
  'same-serial': 'twins',
}

/** Every scanner, pad and keypad of the hall, wherever it is plugged in, joined to the office and to the terminals' pages. */
export function openInputs(deps: InputsDeps): Inputs {
  const { office, board, monotonic } = deps
  const { pads, scanners, keypads } = office.hallModel.hall
  const signals = terminalSignals(deps.invalidate)
  const joined = new Map<string, { refresh(): void }>()
  const scan = (terminalId: string, text: string): Promise<ScanAnswer> =>
    answerScan(text, terminalId, office, deps.giveOrder, deps.checkIn)

  function plugged(id: string, device: HidDevice, info: HidInfo): void {
    board.learn(id, { code: 'ok', detail: null })
    const pad = pads.find((one) => one.id === id)
    const scanner = scanners.find((one) => one.id === id)
    const keypad = keypads.find((one) => one.id === id)
    if (pad) joined.set(id, joinPad(pad, device, { ...deps, onPress: () => board.count(id, '按键') }))
    if (keypad)
      driveKeypad(device, keypad.keys, (key) => {
        board.count(id, '按键')
        if (office.state.devices.off.has(id)) return
        signals.tell(keypad.terminal, { type: 'key', key })
      })
    if (scanner) {
      const tell = (text: string): void => {
        board.count(id, '扫码')
        if (office.state.devices.off.has(id)) return
        void scan(scanner.terminal, text)
          .then((answer) => signals.tell(scanner.terminal, { type: 'scan', scan: answer }))
          .catch(deps.onBroken)
      }
      driveScanner(device, info, tell, monotonic)
    }
    deps.invalidate()
  }
  function unplugged(id: string): void {
    joined.delete(id)
    board.learn(id, { code: 'unplugged', detail: null })
    deps.invalidate()
  }
  function alone(id: string): void {
    board.learn(id, { code: 'ok', detail: null })
    deps.invalidate()
  }
  function trouble(place: Place, id: string, what: HidTrouble): void {
    // A computer that is away says nothing about what is plugged into it.
    const isAway = place.kind === 'at' && !deps.isLending(place.terminal)
    board.learn(id, { code: isAway ? 'computer-away' : troubles[what], detail: null })
    deps.invalidate()
  }

  const places = new Map<string, { place: Place; wishes: HidWish[] }>()
  for (const { place, wish } of hidWishes(office.hallModel.hall)) {
    const known = places.get(placeKey(place)) ?? { place, wishes: [] }
    known.wishes.push(wish)
    places.set(placeKey(place), known)
  }
  // Opened only where something is expected: most gateways have no HID device of their own.
  const own = places.has('here') ? nodeHidPort() : null
  const portOf = (place: Place): HidPort =>
    place.kind === 'at' ? deps.hidAt(place.terminal) : place.kind === 'here' && own ? own : deps.simulated
  const supervised = [...places.values()].map(({ place, wishes }) =>
    superviseHid({
      port: portOf(place),
      wishes,
      rescanMs: RESCAN_MS,
      quickMs: QUICK_MS,
      onPlugged: plugged,
      onUnplugged: unplugged,
      onTrouble: (id: string, what: HidTrouble) => trouble(place, id, what),
      onAlone: alone,
    }),
  )
  // Only for who looks for strangers at a gateway that expects no device of its own.
  let looker: ReturnType<typeof nodeHidPort> | null = null
  const portHere = (): HidPort => own ?? (looker ??= nodeHidPort())
  const strangers = hearStranger((at) => (at === null ? portHere() : deps.hidAt(at)), monotonic)
  let looked: { at: number; list: Promise<PluggedAt[]> } | null = null
  function atEveryComputer(): Promise<PluggedAt[]> {
    if (looked && monotonic() - looked.at < LOOKED_MS) return looked.list
    const at = [null, ...office.hallModel.hall.terminals.map(({ id }) => id).filter(deps.isLending)]
    const listOf = async (one: string | null): Promise<PluggedAt> => {
      const devices = await (one === null ? portHere() : deps.hidAt(one)).list().catch(() => [])
      return { at: one, devices }
    }
    looked = { at: monotonic(), list: Promise.all(at.map(listOf)) }
    return looked.list
  }
  const stop = office.onFacts(() => {
    for (const pad of joined.values()) pad.refresh()
  })
  return {
    tell: signals.tell,
    signalsOf: signals.viewOf,
    scan,
    plugged: atEveryComputer,
    strangers,
    close() {
      stop()
      signals.close()
      for (const one of supervised) one.close()
      strangers.stop()
      own?.close()
      looker?.close()
    },
  }
}
