import { expect, test } from 'vitest'
import { foreignHosts, isOwnHost } from '../../gateway/server/own-host.ts'
import { isSameOrigin } from '../../gateway/server/same-origin.ts'

test('DO19 addresses, localhost and the hall’s own name are let in, with a dot at the end and in capitals too', () => {
  const url = 'https://hall.example.cn/dating'
  for (const host of [
    'localhost:8080',
    '192.168.1.10',
    '[::1]:8080',
    'hall.example.cn',
    'HALL.example.cn.',
    'hall.example.cn.:8080',
  ])
    expect([host, isOwnHost(host, url)]).toEqual([host, true])
  expect(isOwnHost('hall.example.cn', 'https://hall.example.cn.')).toBe(true)
  for (const host of ['evil.example', 'hall.example.cn.evil.example', 'localhost.evil.example', '', undefined, 'a b'])
    expect([host, isOwnHost(host, url)]).toEqual([host, false])
  expect(isOwnHost('hall.example.cn', null)).toBe(false)
})

test('DO19 a foreign name is told once, with the key, and only so many of them', () => {
  const told: string[] = []
  const tell = foreignHosts((words) => told.push(words))
  tell('dating.example.cn:8080')
  tell('DATING.example.cn.')
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('dating.example.cn')
  expect(told[0]).toContain('publicUrl')
  for (let nth = 0; nth < 100; nth += 1) tell(`n${nth}.example`)
  expect(told).toHaveLength(20)
})

test('DO19 an origin is the same with its usual port said or not', () => {
  expect(isSameOrigin({ origin: 'http://hall.example.cn', host: 'hall.example.cn:80' })).toBe(true)
  expect(isSameOrigin({ origin: 'https://hall.example.cn', host: 'HALL.example.cn' })).toBe(true)
  expect(isSameOrigin({ origin: 'https://hall.example.cn', host: 'hall.example.cn:8080' })).toBe(false)
  expect(isSameOrigin({ origin: 'null', host: 'hall.example.cn' })).toBe(false)
  expect(isSameOrigin({ host: 'hall.example.cn' })).toBe(true)
})
