import type { Hall } from '../contract/hall.ts'
import type { PadList, PadView } from '../contract/pads.ts'
import type { HidInfo } from '../devices/hid/hid-port.ts'
import { padModels } from '../devices/pad/pad-models.ts'
import type { House } from '../domain/house.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { isSilenced, padNow } from '../domain/pads/run-pad.ts'
import { hidWishes } from '../inputs/hid-wishes.ts'
import type { LearnPads } from '../inputs/learn-pads.ts'

/** Every pad of the hall with what its keys mean now. */
export function padViews({ hall }: House, state: OfficeState, learning: Pick<LearnPads, 'stateOf'>): PadView[] {
  return hall.pads.map((pad) => {
    const now = padNow(state, pad)
    const taught = state.pads.get(pad.id)?.buttons ?? {}
    const all = Object.entries({ ...padModels[pad.model].usual, ...now.buttons }).filter(([report]) => !isSilenced(state, pad.id, report))
    return {
      ...{ id: pad.id, counterId: now.counter, ownCounterId: pad.counter, model: pad.model },
      buttons: all.map(([report, button]) => ({ report, button, taught: report in taught })),
      ...learning.stateOf(pad.id),
    }
  })
}

/** HID devices that could be a pad, scanner or keypad and that the hall folder does not name. Mice and the like say nothing of use. */
export function strangersOf(hall: Hall, plugged: readonly HidInfo[]): PadList['strangers'] {
  const wishes = hidWishes(hall).filter(({ place }) => place.kind === 'here')
  const hex = (value: number): string => value.toString(16).padStart(4, '0')
  const could = plugged.filter((info) => Object.values(padModels).some(({ fits }) => fits(info)) && !wishes.some(({ wish }) => wish.fits(info)))
  const seen = new Map(could.map((info) => [`${info.vendorId} ${info.productId} ${info.serial} ${info.port}`, info]))
  return [...seen.values()].map(({ vendorId, productId, product, serial, port }) => ({
    ...{ vendor: hex(vendorId), product: hex(productId), name: product ?? '', serial: serial || null, port },
  }))
}
