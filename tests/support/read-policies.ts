import type { Page } from 'playwright-core'

export interface ReadPolicy {
  name: string
  value: unknown
  /** machine or user */
  scope: string
  /** mandatory or recommended */
  level: string
  /** What the browser says is wrong with it; '' = nothing. */
  error: string
}

/** What chrome://policy says of each policy that is set. */
export async function readPolicies(page: Page): Promise<ReadPolicy[]> {
  await page.goto('chrome://policy')
  // Playwright looks through shadow trees, and so finds the page's rows wherever they are kept.
  const rows = page.locator('policy-row')
  await rows.first().waitFor({ state: 'attached' })
  const read = await rows.evaluateAll((all) =>
    all.flatMap((row) => {
      const { policy } = row as unknown as { policy?: Record<string, unknown> }
      return policy?.value === undefined ? [] : [JSON.stringify(policy)]
    }),
  )
  return read.map((text) => {
    const { name, value, scope, level, error } = JSON.parse(text) as Record<string, unknown>
    return { name: String(name), value, scope: String(scope), level: String(level), error: String(error ?? '') }
  })
}
