import type { Hall } from '../contract/hall.ts'
import type { PadList, PadView } from '../contract/pads.ts'
import { padModels } from '../devices/pad/pad-models.ts'
import type { HallModel } from '../domain/hall-model.ts'
import type { OfficeState } from '../domain/office-state.ts'
import { isSilenced, padNow } from '../domain/pads/decide.ts'
import type { HeardStranger } from './hear-stranger.ts'
import { type PluggedAt, hidWishes } from './hid-wishes.ts'
import type { LearnPads } from './learn-pads.ts'

/** Every pad of the hall with what its keys mean now. */
export function padViews({ hall }: HallModel, state: OfficeState, learning: Pick<LearnPads, 'stateOf'>): PadView[] {
  return hall.pads.map((pad) => {
    const now = padNow(state, pad)
    const taught = state.pads.taught.get(pad.id)?.buttons ?? {}
    const all = Object.entries({ ...padModels[pad.model].usual, ...now.buttons }).filter(
      ([report]) => !isSilenced(state, pad.id, report),
    )
    return {
      id: pad.id,
      counterId: now.counter,
      ownCounterId: pad.counter,
      model: pad.model,
      buttons: all.map(([report, button]) => ({ report, button, taught: report in taught })),
      ...learning.stateOf(pad.id),
    }
  })
}

/** HID devices that could be a pad, at any computer of the hall, and that the hall folder does not name there. Mice and the like say nothing of use. */
export function strangersOf(
  hall: Hall,
  plugged: readonly PluggedAt[],
  heard: HeardStranger | null,
): PadList['strangers'] {
  const wishes = hidWishes(hall)
  const hex = (value: number): string => value.toString(16).padStart(4, '0')
  return plugged.flatMap(({ at, devices }) => {
    const here = wishes.filter(({ place }) =>
      at === null ? place.kind === 'here' : place.kind === 'at' && place.terminal === at,
    )
    const could = devices.filter(
      (info) => Object.values(padModels).some(({ fits }) => fits(info)) && !here.some(({ wish }) => wish.fits(info)),
    )
    // One entry for each device, whatever it has of interfaces; the one with the vendor's page can be listened to.
    const byPage = could.toSorted((one, other) => one.usagePage - other.usagePage)
    const seen = new Map(
      byPage.map((info) => [`${info.vendorId} ${info.productId} ${info.serial} ${info.port?.split(':')[0]}`, info]),
    )
    return [...seen.values()].map((info) => ({
      at,
      path: info.path,
      vendor: hex(info.vendorId),
      product: hex(info.productId),
      name: info.product ?? '',
      serial: info.serial || null,
      port: info.port,
      model: padModels.plain.fits(info) ? ('plain' as const) : ('number-pad' as const),
      pressed: heard !== null && heard.at === at && heard.path === info.path ? heard.pressed : null,
    }))
  })
}
