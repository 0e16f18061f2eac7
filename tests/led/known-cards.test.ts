import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { panelCard } from '../../gateway/contract/led-panel.ts'
import { knownCards } from '../../gateway/devices/led/card-table.ts'

const page = join(import.meta.dirname, '../../docs/panels.md')
const head = '|---|---|---|---|---|---|\n'

test('LS11 the page of the panels lists the cards that are known, and no other; each kind can be set up', () => {
  const rows = knownCards.map(
    ({ models, kind, port, baudRate, colours, notes }) =>
      `| ${models} | ${kind} | ${port ?? '—'} | ${baudRate ?? '—'} | ${colours} | ${notes} |`,
  )
  const text = readFileSync(page, 'utf8')
  const at = text.indexOf(head) + head.length
  const now = `${text.slice(0, at)}${rows.join('\n')}\n${text.slice(text.indexOf('\n## ', at))}`
  if (process.env.TINGSHI_WRITE === '1') writeFileSync(page, now)
  expect(readFileSync(page, 'utf8')).toBe(now)
  const kinds = panelCard.options.map(({ shape }) => shape.kind.value)
  expect([...new Set(knownCards.map(({ kind }) => kind))].toSorted()).toEqual(kinds.toSorted())
})
