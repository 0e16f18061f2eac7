import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type ApiClient, converse, signIn } from '../support/api-client.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let hall: RunningGateway
let guide: ApiClient
let supervisor: ApiClient
beforeAll(async () => {
  hall = await runGateway()
  guide = await signIn(hall.url, 'guide')
  supervisor = await signIn(hall.url, 'supervisor')
})
afterAll(() => hall?.discard())

const send = (method: string, path: string, token: string | null, body: BodyInit): Promise<Response> =>
  fetch(`${hall.url}${path}`, { method, body, headers: token === null ? {} : { authorization: `Bearer ${token}` } })
const shownOn = (message: unknown): string =>
  JSON.stringify((message as { view?: { notices?: unknown } }).view?.notices ?? null)

test('NN9 guides draft and submit, supervisors approve and withdraw, the public sees what is live, without names', async () => {
  const { status, body } = await guide.post<{ id: string; state: string }>('/notices', { text: '明天上午停电' })
  expect([status, body.state]).toEqual([201, 'draft'])
  expect((await guide.post(`/notices/${body.id}/submit`)).status).toBe(200)
  expect((await guide.post(`/notices/${body.id}/approve`)).status).toBe(403)
  expect((await supervisor.post<{ state: string }>(`/notices/${body.id}/approve`)).body.state).toBe('live')
  expect((await guide.post(`/notices/${body.id}/withdraw`)).status).toBe(403)
  expect((await send('POST', '/api/v1/notices', null, '{"text":"x"}')).status).toBe(401)
  const seen = (await (await fetch(`${hall.url}/api/v1/notices`)).json()) as {
    items: { text: string; by: string }[]
    total: number
  }
  expect(seen.items.find(({ text }) => text === '明天上午停电')).toMatchObject({ by: '' })
  expect(seen.items).toHaveLength(seen.total)
  const draft = await guide.post<{ id: string }>('/notices', { text: '还没批准' })
  expect(JSON.stringify(await (await fetch(`${hall.url}/api/v1/notices`)).json())).not.toContain('还没批准')
  expect((await send('PATCH', `/api/v1/notices/${draft.body.id}`, guide.token, '{"priority":3}')).status).toBe(200)
  expect((await send('PATCH', `/api/v1/notices/${body.id}`, guide.token, '{"text":"改"}')).status).toBe(409)
})

test('NN10 an edit of a live notice reaches a listening screen; NN7 it is still there after a restart', async () => {
  const { body } = await supervisor.post<{ id: string }>('/notices', { text: '旧的一句' })
  await supervisor.post(`/notices/${body.id}/submit`)
  await supervisor.post(`/notices/${body.id}/approve`)
  const page = await converse(hall.url)
  page.say({ type: 'hello', protocol: 1, token: null, topics: ['screen:L1'] })
  await page.until((message) => shownOn(message).includes('旧的一句'))
  const before = performance.now()
  expect((await send('PATCH', `/api/v1/notices/${body.id}`, supervisor.token, '{"text":"新的一句"}')).status).toBe(200)
  await page.until((message) => shownOn(message).includes('新的一句'))
  console.log(`edit to screen: ${Math.round(performance.now() - before)} ms`)
  page.socket.close()
  await hall.restart()
  expect(JSON.stringify(await (await fetch(`${hall.url}/api/v1/notices`)).json())).toContain('新的一句')
  supervisor = await signIn(hall.url, 'supervisor')
})

test('NM4 an uploaded picture is served with a fixed type and no right to run, and an upload needs a role', async () => {
  const picture = createCanvas(40, 30).toBuffer('image/png')
  expect((await send('POST', '/api/v1/media', null, new Uint8Array(picture))).status).toBe(401)
  const answer = await send('POST', '/api/v1/media', supervisor.token, new Uint8Array(picture))
  expect(answer.status).toBe(201)
  const { url } = (await answer.json()) as { url: string }
  const served = await fetch(`${hall.url}${url}`)
  expect(Object.fromEntries(served.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  const svg = await send(
    'POST',
    '/api/v1/media',
    supervisor.token,
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>',
  )
  expect([svg.status, ((await svg.json()) as { error: { code: string } }).error.code]).toEqual([415, 'media-unknown'])
  expect((await fetch(`${hall.url}/media/${'0'.repeat(64)}`)).status).toBe(404)
})

test('NN11 a notice whose file is not here, or is of another kind, is refused in words; the log stays as it was', async () => {
  const picture = new Uint8Array(createCanvas(41, 31).toBuffer('image/png'))
  const { mediaId } = (await (await send('POST', '/api/v1/media', supervisor.token, picture)).json()) as {
    mediaId: string
  }
  const eventsNow = async (): Promise<number> =>
    (await supervisor.get<{ items: unknown[] }>('/events?limit=5000')).body.items.length
  const before = await eventsNow()
  const draft = (kind: string, id: string) =>
    supervisor.post<{ id: string; error: { code: string; message: string } }>('/notices', {
      text: '图',
      kind,
      mediaId: id,
    })
  expect((await draft('image', 'a'.repeat(64))).body.error).toMatchObject({
    code: 'unknown-media',
    message: '这个文件没有上传到这里，请重新上传。',
  })
  expect((await draft('video', mediaId)).body.error.code).toBe('media-other-kind')
  expect(await eventsNow()).toBe(before)
  const kept = await draft('image', mediaId)
  expect(kept.status).toBe(201)
  const edit = await send('PATCH', `/api/v1/notices/${kept.body.id}`, supervisor.token, `{"kind":"video"}`)
  expect([edit.status, ((await edit.json()) as { error: { code: string } }).error.code]).toEqual([
    422,
    'media-other-kind',
  ])
})

test('NN4 a picture meant for a full-colour panel is what its card shows', async () => {
  const canvas = createCanvas(320, 96)
  const pen = canvas.getContext('2d')
  pen.fillStyle = '#00ff00'
  pen.fillRect(0, 0, 320, 96)
  const { mediaId } = (await (
    await send('POST', '/api/v1/media', supervisor.token, new Uint8Array(canvas.toBuffer('image/png')))
  ).json()) as {
    mediaId: string
  }
  const notice = {
    text: '绿色',
    kind: 'image',
    mediaId,
    placement: 'side',
    priority: 9,
    targets: [{ kind: 'panel', id: 'P2' }],
    seconds: 60,
  }
  const { body } = await supervisor.post<{ id: string }>('/notices', notice)
  await supervisor.post(`/notices/${body.id}/submit`)
  await supervisor.post(`/notices/${body.id}/approve`)
  /** The simulated card plays its film; sooner or later the picture's turn comes. */
  const greenest = async (): Promise<number[]> => {
    const image = await loadImage(Buffer.from(await (await fetch(`${hall.url}/demo/panels/P2.png`)).arrayBuffer()))
    const look = createCanvas(image.width, image.height).getContext('2d')
    look.drawImage(image, 0, 0)
    // Between the lamps of a panel it is dark: the lamps count.
    const { data } = look.getImageData(image.width >> 1, image.height >> 1, 12, 12)
    const dots = Array.from({ length: 144 }, (_, at) => [...data.slice(at * 4, at * 4 + 3)])
    return dots.toSorted((one, other) => (other[1] ?? 0) - (one[1] ?? 0))[0] ?? []
  }
  await expect.poll(greenest, { timeout: 60_000, interval: 500 }).toEqual([0, 255, 0])
})
