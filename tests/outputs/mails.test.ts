import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import type { DeviceCondition } from '../../gateway/contract/device-condition.ts'
import { hall as hallSchema } from '../../gateway/contract/hall.ts'
import { mailSettings } from '../../gateway/contract/mail.ts'
import { buildHallModel } from '../../gateway/domain/hall-model.ts'
import type { LoggedEvent } from '../../gateway/domain/events.ts'
import { type Mails, sendMails } from '../../gateway/outputs/send-mails.ts'
import { deliveryStore } from '../../gateway/store/delivery-store.ts'
import { readHall } from '../../gateway/hall/read-hall.ts'
import { given } from '../support/given.ts'
import { spoiledHall } from '../support/hall-folder.ts'
import { mailServer } from '../support/mail-server.ts'
import { tinyHallModel } from '../support/tiny-hall.ts'

const wait = { timeout: 20_000, interval: 10 }
const times = { answerMs: 2_000, firstPauseMs: 20, longestPauseMs: 60, giveUpMs: 3_600_000 }
const START = Date.UTC(2026, 2, 18, 2, 0)
const ends: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})
async function opened(...given: Parameters<typeof mailServer>) {
  const server = await mailServer(...given)
  ends.push(server.close)
  return server
}

/** A hall by hand that reminds by mail. Facts come by `light`; `tell` wakes whoever listens. */
function hallThatMails(port: number, over: object = {}, password: string | null = null) {
  const usual = tinyHallModel()
  const mail = {
    server: '127.0.0.1',
    port,
    tls: 'none',
    from: 'hall@example.cn',
    to: [{ address: 'chief@example.cn' }],
    ...over,
  }
  const hallModel = buildHallModel(hallSchema.parse({ ...usual.hall, mail }), [...usual.matters.values()], false)
  const database = new DatabaseSync(':memory:')
  const { state } = given()
  const events: LoggedEvent[] = []
  const listeners = new Set<(events: readonly LoggedEvent[]) => void>()
  const board: DeviceCondition[] = []
  const clock = { ahead: 0 }
  const begun = performance.now()
  const open = (): Mails => {
    const mails = sendMails({
      office: {
        hallModel,
        state,
        onFacts(listener) {
          const hear = (facts: readonly LoggedEvent[]): void => listener(facts, new Set())
          listeners.add(hear)
          return () => listeners.delete(hear)
        },
      },
      log: { read: async (after, limit) => events.filter(({ seq }) => seq > after).slice(0, limit) },
      store: deliveryStore(database),
      password,
      now: () => START + performance.now() - begun + clock.ahead,
      onBroken: (error) => {
        throw error
      },
      times,
      tellBoard: (condition) => void board.push(condition),
    })
    ends.push(() => mails.close())
    return mails
  }
  const light = (to: string, more: object = {}, at = START): void => {
    const seq = events.length + 1
    const change = {
      type: 'light-changed',
      caseId: `c${seq}`,
      matterName: '施工许可证核发',
      departmentName: '市场监督管理局',
      to,
      why: to === 'red' ? 'overdue' : 'last-day',
      cause: 'day',
      step: null,
      used: to === 'red' ? 6 : 4,
      limitDays: 5,
      dueOn: '2026-03-19',
      approximate: false,
      procedure: null,
      pausedFrom: null,
      ...more,
    }
    events.push({ ...change, seq, at, actor: 'hall', commandId: null } as LoggedEvent)
    state.seq = seq
  }
  const tell = (): void => listeners.forEach((hear) => hear(events))
  return { open, light, tell, board, clock, database }
}
const begun = (): Promise<void> => pause(30)

test('ML1 what turned yellow or red at one moment is one letter to each whom it concerns', async () => {
  const server = await opened()
  const hall = hallThatMails(server.port, {
    to: [{ address: 'all@example.cn' }, { department: 'scjg', address: 'scjg@example.cn' }],
  })
  hall.open()
  await begun()
  hall.light('yellow')
  hall.light('red', { matterName: '取水许可审批', departmentName: '水务局', dueOn: '2026-03-16' })
  hall.light('paused')
  hall.light('closed')
  hall.tell()
  await expect.poll(() => server.received.length, wait).toBe(2)
  const [all, own] = server.received.toSorted((one, other) => (one.to < other.to ? -1 : 1))
  expect(all).toMatchObject({ to: 'all@example.cn', subject: '亮牌：1 件超时，1 件快到期' })
  expect(all?.text).toMatch(
    /^【红牌】取水许可审批\n {2}水务局\n {2}全程用了 6 天，限 5 天；3月16日到期，已经超时\n\n【黄牌】施工许可证核发/,
  )
  expect(own).toMatchObject({ to: 'scjg@example.cn', subject: '黄牌：施工许可证核发，3月19日到期' })
  expect(own?.text).not.toContain('取水许可')
  expect(own?.text).toContain('全程还剩 1 天，限 5 天；3月19日到期')
  await pause(60)
  expect(server.received).toHaveLength(2)
})

test('ML1 only the lights that the hall wishes, and nothing of what was before the setting', async () => {
  const server = await opened()
  const hall = hallThatMails(server.port, { lights: ['yellow'] })
  hall.light('yellow', { matterName: '以前的' })
  hall.open()
  await begun()
  hall.light('red')
  hall.light('yellow', { matterName: '现在的' })
  hall.tell()
  await expect.poll(() => server.received.map(({ subject }) => subject), wait).toEqual(['黄牌：现在的，3月19日到期'])
})

test('ML2 a server that is full goes on being asked, under the same Message-ID; taken once, never again', async () => {
  const server = await opened([451, 'silent', 421, 'take'])
  const hall = hallThatMails(server.port)
  const mails = hall.open()
  await begun()
  hall.light('yellow')
  hall.tell()
  // One was taken without a word: it comes again, and a mailbox knows it by its id.
  await expect.poll(() => server.received.length, wait).toBe(2)
  expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(1)
  await expect.poll(() => mails.addresses(), wait).toMatchObject([{ waiting: 0, address: 'chief@example.cn' }])
  hall.tell()
  await pause(80)
  expect(server.received).toHaveLength(2)
})

test('ML2 what waits outlives a restart, and goes out once', async () => {
  const server = await opened()
  const { port } = server
  await server.close()
  const hall = hallThatMails(port)
  const first = hall.open()
  await begun()
  hall.light('yellow')
  hall.tell()
  await expect.poll(() => hall.board.at(-1)?.code, wait).toBe('mail-failed')
  expect(hall.board.at(-1)?.detail).toBe('给 chief@example.cn 的没有发出去，连不上邮件服务器')
  first.close()
  const waiting = hall.database.prepare("SELECT count(*) AS n FROM hook_deliveries WHERE state = 'waiting'").get()
  expect(waiting).toEqual({ n: 1 })
  const other = await opened([], { port })
  hall.open()
  await expect.poll(() => other.received.length, wait).toBe(1)
  await pause(80)
  expect(other.received).toHaveLength(1)
  expect(hall.board.at(-1)).toEqual({ code: 'ok', detail: null })
})

test('ML2 ML3 a mailbox that does not exist is told and holds up no other; sent again by hand it may arrive', async () => {
  const refused: Record<string, number> = { 'gone@example.cn': 550 }
  const server = await opened([], { refused })
  const hall = hallThatMails(server.port, { to: [{ address: 'gone@example.cn' }, { address: 'chief@example.cn' }] })
  const mails = hall.open()
  await begun()
  hall.light('yellow')
  hall.tell()
  await expect.poll(() => server.received.map(({ to }) => to), wait).toEqual(['chief@example.cn'])
  await expect.poll(() => hall.board.at(-1)?.detail, wait).toContain('给 gone@example.cn 的没有发出去，邮件服务器不收')
  delete refused['gone@example.cn']
  const row = hall.database.prepare("SELECT id FROM hook_deliveries WHERE state = 'refused'").get() as { id: string }
  expect(mails.resend(row.id)).toBe(true)
  await expect.poll(() => server.received.map(({ to }) => to), wait).toEqual(['chief@example.cn', 'gone@example.cn'])
  await expect.poll(() => hall.board.at(-1), wait).toEqual({ code: 'ok', detail: null })
})

test('ML2 an address that is slow to be taken holds up no other', async () => {
  const server = await opened([], { refused: { 'slow@example.cn': 450 } })
  const hall = hallThatMails(server.port, { to: [{ address: 'slow@example.cn' }, { address: 'chief@example.cn' }] })
  hall.open()
  await begun()
  hall.light('yellow')
  hall.tell()
  await expect.poll(() => server.received.map(({ to }) => to), wait).toEqual(['chief@example.cn'])
})

test('ML1 a department that the hall lacks, and an address that is none, are told by check with their place', () => {
  const faultsOf = (mail: string): string[] => {
    const folder = spoiledHall({ 'hall.yaml': [[/^maxRecalls: 3.*$/m, `maxRecalls: 3\nmail: ${mail}`]] })
    const read = readHall(folder)
    rmSync(folder, { recursive: true, force: true })
    return read.ok ? [] : read.faults.map(({ key, message }) => `${key} ${message}`)
  }
  const to = (one: string): string => `{ server: smtp.example.cn, from: hall@example.cn, to: [${one}] }`
  expect(faultsOf(to('{ department: scjg, address: a@example.cn }'))).toEqual([])
  expect(faultsOf(to('{ department: none, address: a@example.cn }'))).toEqual([
    'mail.to.0.department 没有部门 none。请改成已有的编号，或先加上它。',
  ])
  expect(faultsOf(to('{ address: nobody }'))[0]).toContain('写完整的邮箱')
  expect(faultsOf('{ server: "smtp://x", from: hall@example.cn, to: [{ address: a@example.cn }] }')[0]).toContain(
    '只写邮件服务器',
  )
})

test('ML3 ML4 a missing or wrong password is said, nothing is lost, and it never goes over an open line', async () => {
  const server = await opened([], { password: 'right' })
  const account = { user: 'hall', tls: 'starttls' }
  const none = hallThatMails(server.port, account)
  none.open()
  await begun()
  none.light('yellow')
  none.tell()
  await expect.poll(() => none.board.at(-1)?.detail, wait).toContain('没有 TINGSHI_MAIL_PASSWORD')
  const open = mailSettings.safeParse({
    server: 'x',
    from: 'a@b.cn',
    user: 'hall',
    tls: 'none',
    to: [{ address: 'a@b.cn' }],
  })
  expect(open.error?.issues[0]?.message).toContain('必须加密')
  expect(server.received).toEqual([])
})

test('ML4 no letter holds who applied: the facts of lights have neither a name nor a receipt', async () => {
  const server = await opened()
  const hall = hallThatMails(server.port)
  hall.open()
  await begun()
  hall.light('red', { caseId: 'a9f3c2' })
  hall.tell()
  await expect.poll(() => server.received.length, wait).toBe(1)
  expect(server.received[0]?.text).not.toContain('a9f3c2')
})
