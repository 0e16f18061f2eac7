import { Router, json } from 'express'
import { z } from 'zod'
import { keypadKey, padButton, reportHex } from '../contract/input-devices.ts'
import type { Hall } from '../contract/hall.ts'
import type { SimulatedReaders } from '../devices/fake/simulated-readers.ts'
import type { SimulatedHid } from '../devices/fake/simulated-hid.ts'
import { usualKeys } from '../devices/keypad/drive-keypad.ts'
import { padModels } from '../devices/pad/pad-models.ts'
import { encodePosReports } from '../devices/scanner/hid-pos.ts'
import { refuse } from './refuse.ts'

/** What a simulated pad shows: its lamp (0 dark, 1 green, 2 amber, 3 red), how often it beeped, four signs; as `lit` pads are written. */
const litOf = (report: Uint8Array | null): { led: number; beeps: number; text: string } | null =>
  report === null || report[0] !== 2
    ? null
    : {
        led: report[1] ?? 0,
        beeps: report[2] ?? 0,
        text: Buffer.from(report.subarray(3, 7)).toString('latin1').trimEnd(),
      }

/** Only in a demo hall: a scanner to type into, a pad and a keypad to click and their plugs, a card to lay on a reader. The bytes go through the real drivers. */
export function demoInputRoutes(
  { pads, keypads }: Pick<Hall, 'pads' | 'keypads'>,
  simulated: SimulatedHid,
  readers: SimulatedReaders,
): Router {
  const router = Router()
  router.use(json({ limit: '8kb', type: () => true }))
  router.post('/scanner/:id', (request, response) => {
    const asked = z.object({ text: z.string().min(1).max(2_900) }).safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood')
    if (!simulated.say(request.params.id, encodePosReports(new TextEncoder().encode(asked.data.text))))
      return refuse(response, 'not-found')
    response.json({})
  })
  router.get('/pad/:id', (request, response) => {
    const model = pads.find(({ id }) => id === request.params.id)?.model ?? null
    response.json({ model, shows: model === 'lit' ? litOf(simulated.writtenTo(request.params.id)) : null })
  })
  router.post('/pad/:id', (request, response) => {
    const asked = z
      .union([z.strictObject({ button: padButton }), z.strictObject({ raw: reportHex })])
      .safeParse(request.body)
    const pad = pads.find(({ id }) => id === request.params.id)
    if (!asked.success) return refuse(response, 'not-understood')
    const table = pad ? { ...padModels[pad.model].usual, ...pad.buttons } : {}
    const wanted = asked.data
    const report =
      'raw' in wanted ? wanted.raw : Object.entries(table).find(([, button]) => button === wanted.button)?.[0]
    const bytes = report === undefined ? null : Buffer.from(report, 'hex')
    if (bytes === null || !simulated.say(request.params.id, [bytes, Uint8Array.of(bytes[0] ?? 0, 0)]))
      return refuse(response, 'not-found')
    response.json({})
  })
  router.post('/keypad/:id', (request, response) => {
    const asked = z.object({ key: keypadKey }).safeParse(request.body)
    const usage = asked.success ? [...usualKeys].find(([, key]) => key === asked.data.key)?.[0] : undefined
    if (usage === undefined || !keypads.some(({ id }) => id === request.params.id))
      return refuse(response, 'not-understood')
    const down = Uint8Array.of(0, 0, usage, 0, 0, 0, 0, 0)
    if (!simulated.say(request.params.id, [down, new Uint8Array(8)])) return refuse(response, 'not-found')
    response.json({})
  })
  router.post('/reader/:id', (request, response) => {
    const asked = z
      .union([
        z.strictObject({ person: z.number().int().min(0).max(2).nullable() }),
        z.strictObject({ mute: z.boolean() }),
      ])
      .safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood')
    const { id } = request.params
    if (!('person' in asked.data ? readers.lay(id, asked.data.person) : readers.setMute(id, asked.data.mute)))
      return refuse(response, 'not-found')
    response.json({})
  })
  router.post('/hid/:id', (request, response) => {
    const asked = z.object({ plugged: z.boolean() }).safeParse(request.body)
    if (!asked.success) return refuse(response, 'not-understood')
    if (!simulated.setPlugged(request.params.id, asked.data.plugged)) return refuse(response, 'not-found')
    response.json(asked.data)
  })
  return router
}
