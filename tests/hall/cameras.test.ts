import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readHall } from '../../gateway/hall/read-hall.ts'
import { settingHints } from '../../gateway/hall/setting-hints.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { runGateway } from '../support/run-gateway.ts'

const SERVER = 'https://video.example.cn:8889'
const withLines = (lines: string): string =>
  spoiledHall({ 'hall.yaml': [[/^maxRecalls: 3.*$/m, `maxRecalls: 3\n${lines}`]] })
function faultsOf(servers: string, ...tiles: string[]): string[] {
  const folder = withLines(`cameras: { servers: [${servers}], tiles: [${tiles.join(', ')}] }`)
  const read = readHall(folder)
  rmSync(folder, { recursive: true, force: true })
  return read.ok ? [] : read.faults.map(({ key, message }) => `${key} ${message}`)
}
const tile = (url: string, id = 'C1'): string => `{ id: ${id}, name: 取号区, url: "${url}" }`

test('CM1 a page of a listed server is taken; of any other it is refused, with what to write', () => {
  expect(faultsOf(`"${SERVER}"`, tile(`${SERVER}/hall-1/`))).toEqual([])
  expect(faultsOf('')).toEqual([])
  expect(faultsOf(`"${SERVER}"`, tile('https://other.example.cn/hall-1/'))).toEqual([
    'cameras.tiles.0.url https://other.example.cn 不在 cameras.servers 里。先把这台服务器写进去，画面才能放进来。',
  ])
  // Another port is another server, and so is the same name without TLS.
  for (const url of ['https://video.example.cn/hall-1/', 'http://video.example.cn:8889/hall-1/'])
    expect(faultsOf(`"${SERVER}"`, tile(url))[0]).toContain('不在 cameras.servers 里')
})

test('CM1 streams, passwords, paths and doubled ids are refused in words', () => {
  expect(faultsOf(`"${SERVER}"`, tile(`${SERVER}/hall-1/index.m3u8`))[0]).toContain('这是流的地址，不是网页')
  expect(faultsOf(`"${SERVER}"`, tile('rtsp://video.example.cn/1'))[0]).toContain('流媒体服务器转成网页')
  expect(faultsOf(`"${SERVER}"`, tile('https://admin:secret@video.example.cn:8889/1'))[0]).toContain('不能写账号和密码')
  expect(faultsOf(`"${SERVER}/path"`)[0]).toContain('只写协议、域名和端口')
  expect(faultsOf(`"${SERVER}"`, tile(`${SERVER}/1`), tile(`${SERVER}/2`))[0]).toContain('摄像头编号 C1 写了两次')
})

test('CM1 pages over TLS cannot show an open server: the hint says so', () => {
  const folder = withLines('cameras: { servers: ["http://10.0.0.9:8889"] }')
  const read = readHall(folder)
  rmSync(folder, { recursive: true, force: true })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  expect(settingHints({ ...read.hall, publicUrl: 'https://hall.example.cn' }).join()).toContain('http://10.0.0.9:8889')
  expect(settingHints(read.hall).join()).not.toContain('10.0.0.9')
})

test('CM2 only the supervisors’ page may frame the listed servers', async () => {
  const folder = withLines(`cameras: { servers: ["${SERVER}/"], tiles: [${tile(`${SERVER}/hall-1/`)}] }`)
  const gateway = await runGateway({ TINGSHI_HALL: folder })
  try {
    const framed = async (path: string): Promise<string> => {
      const policy = (await fetch(`${gateway.url}${path}`)).headers.get('content-security-policy') ?? ''
      return /frame-src ([^;]*)/.exec(policy)?.[1] ?? 'none'
    }
    expect(await framed('/manage/')).toBe(`'self' ${SERVER}`)
    for (const path of ['/', '/kiosk/', '/guide/', '/counter/', '/display/'])
      expect(await framed(path), path).toBe("'self'")
  } finally {
    await gateway.discard()
    rmSync(folder, { recursive: true, force: true })
  }
})
