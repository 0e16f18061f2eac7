import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, test } from 'vitest'
import { MADE_AT_HEADER, TICKS_HEADER, readTicks, sayTicks } from '../../gateway/contract/order-age.ts'
import { emptyOffice } from '../../gateway/domain/office-state.ts'
import type { Office } from '../../gateway/office/office.ts'
import { catalogueRoutes } from '../../gateway/server/catalogue-routes.ts'
import type { ImportPlans } from '../../gateway/server/import-plans.ts'
import { ageOrders } from '../../gateway/server/order-age.ts'
import { bearer } from '../../gateway/rights/actor.ts'
import { orderDoor } from '../../gateway/rights/order-door.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

test('NO7 an import that takes longer than an order lives is carried out; one that was pressed too long ago is not begun', async () => {
  let ticks = 50_000
  let begun = 0
  const plans = {
    async carryOut() {
      begun += 1
      ticks += 15_000
      return { ok: true, view: {}, order: { counts: {} } }
    },
  } as unknown as ImportPlans
  const office = {
    state: emptyOffice(),
    hallModel: tinyHallModel(),
    handle: async (_: unknown, __: string, ___: null, isLate = () => false) =>
      isLate() ? { ok: false, code: 'not-sent', details: {} } : { ok: true, body: {} },
  } as unknown as Office
  const actorOf = () => bearer('supervisor', ['supervisor'])
  const site = express().use(
    ageOrders(() => ticks),
    catalogueRoutes({ office, giveOrder: orderDoor(office), dataDir: '', plans, actorOf }),
  )
  const server = await new Promise<Server>((done) => {
    const one: Server = site.listen(0, '127.0.0.1', () => done(one))
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/catalogue`
  const run = readTicks((await fetch(url)).headers.get(TICKS_HEADER) ?? '')?.run ?? ''
  const carryOut = async (madeAt: number): Promise<number> => {
    const headers = { [MADE_AT_HEADER]: sayTicks({ run, ticks: madeAt }) }
    return (await fetch(`${url}/plans/p/carry-out`, { method: 'POST', headers, body: '{}' })).status
  }
  expect(await carryOut(ticks - 2_000)).toBe(201)
  expect(await carryOut(ticks - 11_000)).toBe(408)
  expect(begun).toBe(1)
  server.close()
})
