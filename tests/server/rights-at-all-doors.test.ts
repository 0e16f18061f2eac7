import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { type Command, type Role, command, roles } from '../../gateway/contract/commands.ts'
import { AGENT_PATH, AGENT_PROTOCOL } from '../../gateway/contract/agent-messages.ts'
import type { ServerMessage } from '../../gateway/contract/messages.ts'
import { writes } from '../../gateway/server/routes.ts'
import { type ApiClient, converse, signIn } from '../support/api-client.ts'
import { orderTable } from '../support/order-table.ts'
import { type RunningGateway, runGateway } from '../support/run-gateway.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const counterId = '1'
const ticketId = 'no-such-ticket'
const noticeId = 'no-such-notice'
/** One order of each type that can be read; what it names is mostly not there. */
const samples: Record<Command['type'], object> = {
  'take-ticket': { queueId: 'none' },
  'give-back-ticket': { terminalId: 'K1', ticketId },
  'open-counter': { counterId },
  'pause-counter': { counterId, reason: '午休' },
  'close-counter': { counterId },
  'call-next': { counterId },
  'call-ticket': { counterId, ticketId },
  'recall-ticket': { counterId },
  'serve-ticket': { counterId },
  'finish-ticket': { counterId },
  'miss-ticket': { counterId },
  'hold-ticket': { counterId },
  'resume-ticket': { counterId, ticketId },
  'undo-step': { counterId },
  'undo-desk-step': { ticketId },
  'check-materials': { counterId, missing: [] },
  'print-missing': { counterId },
  'note-ticket': { ticketId, text: '原件已核' },
  'request-guide': { counterId },
  'leave-help': { terminalId: 'K1' },
  'transfer-ticket': { ticketId, toQueueId: 'A' },
  'skip-leg': { ticketId },
  'drop-legs': { ticketId },
  'assign-counter': { counterId, queues: ['none'] },
  'restore-counter': { counterId },
  'requeue-ticket': { ticketId },
  'arrive-ticket': { ticketId },
  'defer-ticket': { ticketId },
  'announce-coming': { ticketId },
  'ask-guide': { ticketId },
  'cancel-ticket': { ticketId },
  'prioritise-ticket': { ticketId, reason: '老人' },
  'reprint-slip': { ticketId },
  'call-guide': { terminalId: 'K1' },
  'print-list': { terminalId: 'K1' },
  'print-way': { terminalId: 'K1', goal: { kind: 'counter', counter: '1' } },
  'tell-use': { terminalId: 'K1', searches: 1, empty: 0 },
  'note-consultation': { words: '居住证', outcome: 'open' },
  'hand-on-consultation': { consultationId: 'none', to: { kind: 'person', id: '0301' } },
  'answer-consultation': { consultationId: 'none' },
  'open-errand': { items: [{ matterId: 'none' }], note: null },
  'add-errand-item': { errandId: 'none', item: { matterId: 'none' } },
  'number-errand-item': { errandId: 'none', itemId: 'none', ticketId },
  'tick-errand-item': { errandId: 'none', itemId: 'none', isDone: true },
  'hand-on-errand': { errandId: 'none', to: null, note: null },
  'take-errand': { errandId: 'none' },
  'print-errand': { errandId: 'none', printerId: 'none' },
  'close-errand': { errandId: 'none', outcome: 'done' },
  'answer-help': { helpId: 'none' },
  'finish-help': { helpId: 'none' },
  'book-appointment': { queueId: 'none', day: '2026-03-18', clock: '10:00' },
  'confirm-appointment': { code: '00000000' },
  'move-appointment': { code: '12345678', day: '2026-03-18', clock: '10:00' },
  'cancel-appointment': { code: '00000000' },
  'test-printer': { printerId: 'none' },
  'switch-device-off': { deviceId: 'none' },
  'switch-device-on': { deviceId: 'none' },
  'trust-clock': {},
  'switch-layout': { screenId: 'none', layoutId: null },
  announce: { templateId: 'none' },
  'stop-announcement': { announcementId: 'none' },
  'reload-screen': { screenId: 'none' },
  'picture-screen': { screenId: 'none' },
  'draft-notice': { text: '今天' },
  'edit-notice': { noticeId },
  'revise-notice': { noticeId },
  'submit-notice': { noticeId },
  'approve-notice': { noticeId },
  'withdraw-notice': { noticeId },
  'raise-emergency': { title: '演练', lines: ['请不要慌'], drill: true },
  'lift-emergency': {},
  'teach-pad': { padId: 'none', report: '01', button: null },
  'bind-pad': { padId: 'none', counterId: null },
  'urge-case': { caseId: 'none' },
  'answer-case': { caseId: 'none', by: '陈*', words: '明天' },
  'set-roster': { from: '2026-03-18', until: '2026-03-17', duties: [] },
  'take-escalation': { escalationId: 'none' },
  'accept-approval': { flowId: 'none', receipt: 'BL0001', materials: 1 },
  'ask-more': { receipt: 'BL0001', legId: '1', materials: ['报告'] },
  'supply-more': { receipt: 'BL0001' },
  'note-leg': { receipt: 'BL0001', legId: '1', words: '查过了' },
  'finish-leg': { receipt: 'BL0001', legId: '1', result: 'approved' },
  'deliver-approval': { receipt: 'BL0001' },
}
const types = command.options.map(({ shape }) => shape.type.value)

let gateway: RunningGateway
const asRole = new Map<Role, ApiClient>()
beforeAll(async () => {
  gateway = await runGateway()
  for (const role of roles) asRole.set(role, await signIn(gateway.url, role, role === 'terminal' ? 'K1' : null))
})
afterAll(() => gateway?.discard())

/** What each order got over one socket: its refusal, or null when it was carried out. */
async function overSocket(token: string | null): Promise<Map<string, string | null>> {
  const page = await converse(gateway.url)
  page.say({ type: 'hello', protocol: 1, token, topics: [] })
  for (const type of types) page.say({ type: 'command', commandId: type, command: { type, ...samples[type] } })
  const replies = new Map<string, string | null>()
  for (const type of types) {
    const reply = (await page.until((message) => message.type === 'reply' && message.commandId === type)) as Extract<
      ServerMessage,
      { type: 'reply' }
    >
    replies.set(type, reply.error?.code ?? null)
  }
  page.socket.close()
  return replies
}
const isMine = (role: Role, type: Command['type']): boolean => orderTable[type].includes(role)

test('RG13 over a socket each role may give the orders of the table and no other', async () => {
  for (const role of roles) {
    const replies = await overSocket(asRole.get(role)?.token ?? '')
    expect([...replies].filter(([, code]) => code === 'not-understood')).toEqual([])
    expect([role, ...types.filter((type) => replies.get(type) !== 'not-allowed')]).toEqual([
      role,
      ...types.filter((type) => isMine(role, type)),
    ])
  }
  expect(new Set((await overSocket(null)).values())).toEqual(new Set(['not-signed-in']))
})

test('RG13 over HTTP the same, at every address that takes orders', async () => {
  const strays: string[] = []
  for (const write of writes) {
    const { path, method = 'post', type } = write
    const sample = samples[type] as Record<string, unknown>
    const params = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
    const address = path.replace(/:(\w+)/g, (_, name: string) => String(sample[name] ?? 'none'))
    const body = Object.fromEntries(
      Object.entries(sample).flatMap(([key, value]) =>
        params.includes(key) ? [] : [[{ toQueueId: 'queueId' }[key] ?? key, value]],
      ),
    )
    const ask = async (role: Role | null): Promise<string | null> => {
      const headers = new Headers({ 'content-type': 'application/json', 'idempotency-key': randomUUID() })
      if (role !== null) headers.set('authorization', `Bearer ${asRole.get(role)?.token}`)
      const url = `${gateway.url}/api/v1${address}`
      const response = await fetch(url, { method: method.toUpperCase(), headers, body: JSON.stringify(body) })
      return response.ok ? null : ((await response.json()) as { error: { code: string } }).error.code
    }
    for (const role of roles) {
      const code = await ask(role)
      // Whoever may change what is approved changes a draft in the same way.
      const may = isMine(role, type)
      if ((code === 'not-allowed') === may || code === 'not-understood') strays.push(`${role} ${path}: ${code}`)
    }
    if ((await ask(null)) !== 'not-signed-in') strays.push(`nobody ${path}`)
  }
  expect(strays).toEqual([])
})

test('RG13 only a terminal’s own token scans for it, and lends its devices', async () => {
  const lends = async (token: string): Promise<boolean> => {
    const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}${AGENT_PATH}`)
    const answer = new Promise<string>((done) => socket.once('message', (text) => done(String(text))))
    await new Promise((done) => socket.once('open', done))
    const hello = { protocol: AGENT_PROTOCOL, terminal: 'K1', token, instance: token.slice(0, 16), version: 't' }
    socket.send(JSON.stringify({ type: 'hello', ...hello, system: 't', sealed: true, printers: [], also: [], hid: [] }))
    const said = JSON.parse(await answer) as { type: string }
    socket.close()
    return said.type === 'welcome'
  }
  const may: Role[][] = [[], []]
  for (const role of roles) {
    const client = asRole.get(role)
    if ((await client?.post('/terminals/K1/scan', { text: 'x' }))?.status === 200) may[0]?.push(role)
    if (await lends(client?.token ?? '')) may[1]?.push(role)
  }
  expect(may).toEqual([['terminal'], ['terminal']])
})
