import { expect, test } from 'vitest'
import type { DutyId } from '../../gateway/contract/posts.ts'
import { type StaffRole, staffRoles } from '../../gateway/contract/staff-roles.ts'
import { type Call, calls } from '../../gateway/rights/calls.ts'
import { duties, dutyRows, notTold } from '../../gateway/rights/duties.ts'
import { type OrderRight, orders } from '../../gateway/rights/orders.ts'

const isOfPeople = (roles: readonly string[]): boolean => staffRoles.some((role) => roles.includes(role))
const mayAsk = (call: Call, role: StaffRole): boolean => (calls[call] as readonly string[]).includes(role)

test('PB1 every right that a person can have stands in one duty, and none that nobody has', () => {
  const told = Object.values(duties).flatMap((duty) => [...duty.orders, ...duty.calls])
  const ofPeople = [
    ...(Object.keys(orders) as OrderRight[]).filter((order) => isOfPeople(Object.keys(orders[order]))),
    ...(Object.keys(calls) as Call[]).filter((call) => isOfPeople(calls[call]) && !notTold.includes(call)),
  ]
  expect(told.toSorted()).toEqual(ofPeople.toSorted())
})

test('PB1 within a duty each role reaches equally far, as the doors hold it', () => {
  for (const { duty, reach } of dutyRows())
    for (const role of staffRoles) {
      const held = duties[duty].orders.map((order) => orders[order][role] ?? null)
      const asked = duties[duty].calls.map((call) => mayAsk(call, role))
      expect([duty, role, ...new Set(held)]).toEqual([duty, role, ...(held.length === 0 ? [] : [reach[role]])])
      expect([duty, role, ...new Set(asked)]).toEqual([
        duty,
        role,
        ...(asked.length === 0 ? [] : [reach[role] !== null]),
      ])
    }
})

test('PB1 a clerk reaches her own counters and queues, an admin calls nobody', () => {
  const of = (duty: DutyId) => dutyRows().find((row) => row.duty === duty)?.reach
  expect(of('call')).toEqual({ clerk: 'own counter', guide: null, supervisor: 'any', admin: null })
  expect(of('pass-on')).toEqual({ clerk: 'own queues', guide: 'any', supervisor: 'any', admin: null })
  expect(of('register')).toEqual({ clerk: null, guide: null, supervisor: 'any', admin: 'any' })
})
