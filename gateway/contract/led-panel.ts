import { z } from 'zod'
import { stripFrame } from './strip-frame.ts'

/** What one dot can be: red; red and green; the seven colours; full colour in 16 or 24 bits. */
export const panelColour = z.enum(['single', 'double', 'triple', 'rgb565', 'rgb888'])
export type PanelColour = z.infer<typeof panelColour>

const clock = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/, '时间写成 09:00 这样')
const tcp = z.strictObject({
  kind: z.literal('tcp'),
  host: z.string().min(1),
  port: z.number().int().min(1).max(65535),
})
const serial = z.strictObject({
  kind: z.literal('serial'),
  path: z.string().min(1),
  baudRate: z.number().int().positive().default(9_600),
})
/** A card inside a demo hall, behind a real TCP socket of this computer. */
const simulated = z.strictObject({ kind: z.literal('simulated') })
const anyLink = z.discriminatedUnion('kind', [tcp, serial, simulated])
const network = z.discriminatedUnion('kind', [tcp, simulated])
export type CardLink = z.infer<typeof anyLink>

const shared = {
  /** Off outside these times is on purpose and no fault; without it the panel is always on. */
  hours: z.strictObject({ on: clock, off: clock }).nullable().default(null),
  /** From each time on so bright, in percent; the last entry of the day lasts over midnight. */
  brightness: z.array(z.strictObject({ from: clock, percent: z.number().int().min(1).max(100) })).default([]),
}
/** The control card behind a panel (gateway/devices/led/card-table.ts lists models). */
export const panelCard = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('bx6'),
    link: network,
    colour: panelColour.default('single'),
    ...shared,
    /** Some two-colour panels have green before red: where red is meant and green is seen, `gr`. */
    planes: z.enum(['rg', 'gr']).default('rg'),
  }),
  z.strictObject({
    kind: z.literal('bxk'),
    link: anyLink,
    model: z.enum(['5K', '6K', '6K-marked']).default('6K'),
    colour: panelColour.default('single'),
    /** The screen number set in the card; null = whichever card is there, which only works while it is the only one on its line. */
    address: z.number().int().min(1).max(0xfffd).nullable().default(null),
    ...shared,
  }),
  z.strictObject({ kind: z.literal('huidu'), link: network, colour: panelColour.default('rgb888'), ...shared }),
  /** Brightness and blank beside an HDMI wall; the picture is a page. */
  z.strictObject({ kind: z.literal('novastar'), link: anyLink, colour: panelColour.default('rgb888'), ...shared }),
  z.strictObject({
    kind: z.literal('template'),
    link: anyLink,
    colour: panelColour.default('single'),
    address: z.number().int().min(0).max(255).default(1),
    frame: stripFrame,
    ...shared,
  }),
])
export type PanelCard = z.infer<typeof panelCard>

/** What a panel needs besides id, name, size and zones. */
export const panelExtras = {
  /** null: no card of ours; the page /led/?panel=ID is what is shown. */
  card: panelCard.nullable().default(null),
  /** A strip over one counter: shows its ticket only. */
  counter: z.string().nullable().default(null),
  /** Between dots, mm, and how far away people stand, m: from them follows how large emergency words must be. */
  pitchMm: z.number().positive().nullable().default(null),
  distanceM: z.number().positive().nullable().default(null),
  welcome: z.string().max(60).default('欢迎光临'),
}
