import { expect, test } from 'vitest'
import { openapi } from '../../gateway/server/openapi.ts'

test('CP8 the calls for cases and imports stand in the description of the interface', () => {
  const { paths } = openapi('1') as { paths: Record<string, Record<string, { requestBody?: unknown }>> }
  expect(paths['/api/v1/cases']?.post?.requestBody).toBeDefined()
  expect(paths['/api/v1/cases/find']?.post?.requestBody).toBeDefined()
  expect(Object.keys(paths['/api/v1/catalogue/imports'] ?? {}).sort()).toEqual(['get', 'post'])
})
