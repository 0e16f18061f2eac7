import { expect, test } from 'vitest'
import { TELLS_MEMORY, memoryAsker } from '../support/collected-memory.ts'
import { runGateway } from '../support/run-gateway.ts'

const MB = 1024 * 1024
const AT_ONCE = 40
const hostile = ['('.repeat(40), '的'.repeat(40), 'zh'.repeat(20)]

test('DO21 after loud searches and large bodies nothing more is held than before', async () => {
  const gateway = await runGateway({ ...TELLS_MEMORY, TINGSHI_LIFE: '0' }, 'start.ts')
  const collected = memoryAsker(gateway)
  const round = (bytes: number): Promise<unknown> =>
    Promise.all(
      Array.from({ length: AT_ONCE }, async (_, nth) => {
        const q = encodeURIComponent(hostile[nth % hostile.length] ?? '')
        await (await fetch(`${gateway.url}/api/v1/matters?q=${q}`)).text()
        await (await fetch(`${gateway.url}/api/v1/tickets`, { method: 'POST', body: 'x'.repeat(bytes + nth) })).text()
      }),
    )
  // The index of the search and what was compiled are there to stay.
  await round(1_000)
  const before = await collected()
  for (let nth = 0; nth < 8; nth += 1) await round(40_000 + nth * 2_000)
  const after = await collected()
  expect((after.held - before.held) / MB).toBeLessThan(3)
  await gateway.discard()
})
