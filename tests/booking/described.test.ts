import { expect, test } from 'vitest'
import { openapi } from '../../gateway/server/openapi.ts'

test('B15 the calls for appointments stand in the description of the interface', () => {
  const { paths } = openapi('1') as { paths: Record<string, Record<string, { requestBody?: unknown }>> }
  for (const path of ['/booking', '/booking/find', '/booking/confirm', '/booking/cancel', '/appointments'])
    expect(paths[`/api/v1${path}`]?.post?.requestBody, path).toBeDefined()
  expect(paths['/api/v1/appointments/cancel']?.post?.requestBody).toBeDefined()
  expect([paths['/api/v1/booking']?.get, paths['/api/v1/appointments']?.get]).not.toContain(undefined)
})
