import { expect, test } from 'vitest'
import { readEnvironment } from '../../gateway/config.ts'

test('H8 nothing said gives the stated defaults, frozen', () => {
  const settings = readEnvironment({})
  expect(settings).toMatchObject({ ok: true, port: 8080, host: '127.0.0.1', demo: false })
  expect(Object.isFrozen(settings)).toBe(true)
})

test.each(['0.0.0.0', '192.168.1.20', '::', 'hall.example'])('H8 a demo on %s is refused in words', (host) => {
  const settings = readEnvironment({ TINGSHI_DEMO: '1', TINGSHI_HOST: host })
  expect(settings.ok ? '' : settings.message).toContain('演示模式')
})

test.each(['127.0.0.1', 'localhost', '::1'])('H8 a demo on %s is allowed', (host) => {
  expect(readEnvironment({ TINGSHI_DEMO: '1', TINGSHI_HOST: host })).toMatchObject({ ok: true, demo: true })
})

test.each(['http', '70000', '-1', '80.5'])('H8 port %s is refused and named', (port) => {
  const settings = readEnvironment({ TINGSHI_PORT: port })
  expect(settings.ok ? '' : settings.message).toContain('TINGSHI_PORT')
})

test('H8 port 0 stands for any free port', () => {
  expect(readEnvironment({ TINGSHI_PORT: '0' })).toMatchObject({ ok: true, port: 0 })
})
