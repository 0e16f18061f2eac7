import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readHall } from '../../gateway/config.ts'

const read = readHall(resolve(import.meta.dirname, '../../assets/sample-hall'))
if (!read.ok) throw new Error(JSON.stringify(read.faults, null, 1))
const { hall, matters } = read

describe('the sample hall', () => {
  test('H1 is as large as the real one', () => {
    expect({
      departments: hall.departments.length,
      matters: matters.length,
      subCentres: hall.subCentres.length,
      counters: hall.counters.length,
      flows: hall.flows.length,
      terminals: hall.terminals.length,
      printers: hall.printers.length,
    }).toEqual({
      departments: 45,
      matters: 396,
      subCentres: 7,
      counters: 170,
      flows: 21,
      terminals: 8,
      printers: 4,
    })
    expect(hall.counters.map(({ id }) => id)).toEqual(Array.from({ length: 170 }, (_, index) => String(index + 1)))
  })

  test('H1 has its surfaces where people look for them', () => {
    expect(hall.counters.find(({ id }) => id === '1')?.queues).toContain('B')
    expect(hall.counters.find(({ id }) => id === '12')?.queues).toContain('A')
    expect(hall.floors.map(({ id }) => id)).toEqual(['1', '5'])
    expect(hall.terminals.every(({ panel }) => panel.heightMm === 708 && panel.topEdgeMm === 1400)).toBe(true)
    expect(hall.panels.map(({ id, width, height }) => [id, width, height])).toContainEqual(['P1', 128, 32])
    for (const { zones } of hall.floors)
      for (const { id } of zones)
        expect(
          hall.counters.some(({ zone, accessible }) => zone === id && accessible),
          `zone ${id} without an accessible counter`,
        ).toBe(true)
  })

  test('H1 never uses letters that look like digits', () => {
    expect(hall.queues.map(({ series }) => series).filter((letter) => 'IO'.includes(letter))).toEqual([])
  })

  test('H9 says which guides are samples, each complete, and invents no others', () => {
    const guided = matters.filter(({ guide }) => guide !== null)
    expect(guided.length).toBeGreaterThanOrEqual(60)
    for (const { name, guide, aliases, popular } of guided) {
      expect(guide?.sample, name).toBe(true)
      expect(guide?.materials.length, name).toBeGreaterThanOrEqual(2)
      expect(guide?.steps.length, name).toBeGreaterThanOrEqual(3)
      expect(
        [guide?.conditions, guide?.fee, guide?.result, guide?.statutoryDays, guide?.promisedDays],
        name,
      ).not.toContain(null)
      expect(guide?.legalBasis.every((law) => /^《.+》/.test(law)) && guide.legalBasis.length > 0, name).toBe(true)
      expect(guide?.promisedDays ?? 99, name).toBeLessThanOrEqual(guide?.statutoryDays ?? 0)
      expect(aliases.length > 0 && popular > 0, name).toBe(true)
    }
    expect(matters.filter(({ guide, code }) => guide === null && code.startsWith('SAMPLE'))).toEqual([])
  })
})
