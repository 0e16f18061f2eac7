import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Role } from '../../gateway/contract/commands.ts'
import { type ApiCall, type CallExample, operationIdOf } from '../../gateway/server/calls/api-call.ts'
import { apiCalls } from '../../gateway/server/calls/api-calls.ts'
import { type ApiClient, signIn } from './api-client.ts'
import { cap } from './cap-alert.ts'
import type { RunningGateway } from './run-gateway.ts'

const calls = apiCalls()
const places: Partial<Record<Role, string>> = { terminal: 'K1', display: 'L1', clerk: '12', rating: '12' }
/** A hall that each call of the interface can be sent to, and what has to be so before it is accepted. */
export interface CallsOfAHall {
  /** As a role at its usual place, or as anybody; asks the gateway itself. */
  send(call: ApiCall, given: CallExample, as: Role | null): Promise<{ status: number; body: unknown }>
  /** By operationId: what it is about then. */
  prepare: Readonly<Record<string, () => Promise<CallExample>>>
  /** The pass of a phone that has entered; calls after it need it. */
  keepPass(pass: string): void
}
export function callsOfAHall(hall: RunningGateway, supervisor: ApiClient): CallsOfAHall {
  let cookie = ''
  const kept: Record<string, string> = {}
  async function send(call: ApiCall, given: CallExample, as: Role | null): Promise<{ status: number; body: unknown }> {
    const token = as === null ? null : (await signIn(hall.url, as, places[as] ?? null)).token
    const path = call.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(given.params?.[name] ?? 'none'))
    const query = new URLSearchParams(given.query ?? {}).toString()
    const isRaw = call.body !== null && 'type' in call.body
    const answer = await fetch(`${hall.url}/api/v1${path}${query === '' ? '' : `?${query}`}`, {
      method: call.method.toUpperCase(),
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(cookie === '' ? {} : { cookie }),
        'content-type': isRaw ? 'application/octet-stream' : 'application/json',
      },
      ...(call.method === 'get' ? {} : { body: isRaw ? (given.body as BodyInit) : JSON.stringify(given.body ?? {}) }),
    })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false
    return { status: answer.status, body: isJson ? await answer.json() : await answer.arrayBuffer() }
  }

  let edits = 0
  /** On the edits as they are now. */
  async function withEdits(id: string): Promise<CallExample> {
    const { before } = (await supervisor.get<{ before: string | null }>('/catalogue/departments')).body
    return { body: { ...(exampleOf(id).body as object), before } }
  }
  const order = async <T = Record<string, unknown>>(path: string, body?: unknown): Promise<T> =>
    (await supervisor.post<T>(path, body)).body
  const take = async (body: object = { queueId: 'A' }): Promise<{ ticketId: string; token: string }> =>
    order('/tickets', { ...body, printer: 'none' })
  const ofTicket = async (body?: object): Promise<CallExample> => ({
    params: { ticketId: (await take(body)).ticketId },
  })
  async function free(): Promise<CallExample> {
    await order('/counters/12/open')
    await order('/counters/12/serve')
    await order('/counters/12/finish')
    return {}
  }
  async function calledAt12(...steps: string[]): Promise<CallExample & { token: string; ticketId: string }> {
    await free()
    const ticket = await take()
    await order('/counters/12/call', { ticketId: ticket.ticketId })
    for (const step of steps) await order(`/counters/12/${step}`)
    return ticket
  }
  async function notice(...steps: string[]): Promise<CallExample> {
    const { id: noticeId } = await order<{ id: string }>('/notices', exampleOf('draftNotice').body)
    for (const step of steps) await order(`/notices/${noticeId}/${step}`)
    return { params: { noticeId } }
  }
  async function book(): Promise<string> {
    const { days } = (
      await supervisor.get<{ days: { day: string; slots: { clock: string; left: Record<string, number> }[] }[] }>(
        '/booking',
      )
    ).body
    for (const { day, slots } of days.slice(1))
      for (const { clock, left } of slots)
        for (const [queueId, places] of Object.entries(left))
          if (places > 0) {
            kept.day = day
            kept.clock = clock
            kept.queueId = queueId
            const mobile = `199000000${String(10 + Object.keys(kept).length).slice(0, 2)}`
            const response = await fetch(`${hall.url}/api/v1/booking`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ queueId, day, clock, mobile, agreed: true }),
            })
            const { code } = (await response.json()) as { code: string }
            kept[`booked ${code}`] = code
            return code
          }
    throw new Error('nothing can be booked')
  }
  const slot = async (): Promise<object> => {
    if (kept.day === undefined) await book()
    return { queueId: kept.queueId, day: kept.day, clock: kept.clock }
  }
  const exampleOf = (id: string): CallExample => {
    const call = calls.find((one) => operationIdOf(one) === id)
    if (!call) throw new Error(`no call ${id}`)
    return call.example
  }
  const plan = async (): Promise<string> =>
    (
      (await send(
        calls.find(({ path }) => path === '/catalogue/plans') as ApiCall,
        exampleOf('postCataloguePlans'),
        'supervisor',
      )) as { body: { planId: string } }
    ).body.planId
  const file = (path: string): Buffer => readFileSync(resolve(import.meta.dirname, '../../assets/sample-hall', path))
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(200)])
  const hallCode = async (): Promise<string> =>
    (await supervisor.get<{ address: string }>('/phone/code')).body.address.split('#')[1] ?? ''
  const grieve = (): Promise<{ code: string }> =>
    order('/grievances', { kind: 'not-done', words: '材料交了三次', telephone: '19900000003' })
  async function ofGrievance(): Promise<CallExample> {
    await grieve()
    const { items } = (await supervisor.get<{ items: { type: string; grievanceId?: string }[] }>('/events?limit=5000'))
      .body
    const last = items.findLast(({ type }) => type === 'grievance-filed')
    return { params: { grievanceId: last?.grievanceId ?? 'none' } }
  }
  async function aLight(): Promise<CallExample> {
    await order('/lights/recount')
    const { items } = (await supervisor.get<{ items: { caseId: string }[] }>('/lights')).body
    return { params: { caseId: items[0]?.caseId ?? 'none' } }
  }
  async function anApproval(): Promise<CallExample> {
    const { receipt, approval } = await order<{ receipt: string; approval: { legs: { legId: string }[] } }>(
      '/approvals',
      exampleOf('postApprovals').body,
    )
    kept.legs = approval.legs.map(({ legId }) => legId).join(' ')
    return { params: { receipt, legId: approval.legs[0]?.legId ?? '0' } }
  }
  const settings = async () =>
    (await supervisor.get<{ revision: string; history: { changeId: string }[] }>('/hall-settings')).body
  const withRevision = async (): Promise<CallExample> => ({
    body: { revision: (await settings()).revision, changes: [{ path: ['queues', 1, 'name'], value: '企业开办' }] },
  })
  const onTrack = async (ticket: Promise<{ token: string }>): Promise<CallExample> => ({
    params: { token: (await ticket).token },
  })

  const machine = (): Promise<{ code: string; secret: string }> => order('/enrol', exampleOf('postEnrol').body)
  async function aDevice(): Promise<CallExample> {
    const { code } = await machine()
    return { params: { id: (await order<{ id: string }>('/enrol/approve', { code, place: 'K2' })).id } }
  }
  /** What must be so before a call can succeed, and what it is then about. */
  const prepare: Record<string, () => Promise<CallExample>> = {
    getTicketsByTicketId: () => ofTicket(),
    getTrackByToken: () => onTrack(take()),
    liftEmergency: () => order('/emergency', { title: '演练', lines: [], drill: true, minutes: 1 }).then(() => ({})),
    openCounter: async () =>
      free()
        .then(() => order('/counters/12/close'))
        .then(() => ({})),
    pauseCounter: free,
    closeCounter: free,
    callNext: async () =>
      free()
        .then(() => take())
        .then(() => ({})),
    callTicket: async () => free().then(async () => ({ body: { ticketId: (await take()).ticketId } })),
    recallTicket: () => calledAt12().then(() => ({})),
    serveTicket: () => calledAt12().then(() => ({})),
    holdTicket: () => calledAt12('serve').then(() => ({})),
    resumeTicket: () => calledAt12('serve', 'hold').then(() => ({})),
    missTicket: () => calledAt12().then(() => ({})),
    postCountersByCounterIdTransfer: () => calledAt12().then(() => ({ params: { counterId: '12' } })),
    finishTicket: () => calledAt12('serve').then(() => ({})),
    undoStep: () => calledAt12().then(() => ({})),
    restoreCounter: () => order('/counters/12/assign', { queues: ['A', 'C'] }).then(() => ({})),
    assignCounter: () => order('/counters/12/restore').then(() => ({})),
    switchDeviceOn: () => order('/devices/PR1/off', { reason: '送修' }).then(() => ({})),
    editNotice: () => notice(),
    submitNotice: () => notice(),
    approveNotice: () => notice('submit'),
    withdrawNotice: () => notice('submit', 'approve'),
    requeueTicket: () => calledAt12('missed').then(({ ticketId }) => ({ params: { ticketId } })),
    postTicketsByTicketIdTransfer: () => ofTicket(),
    deferTicket: async () => {
      const first = await ofTicket({ queueId: 'H' })
      await take({ queueId: 'H' })
      return first
    },
    cancelTicket: () => ofTicket(),
    prioritiseTicket: () => ofTicket(),
    reprintSlip: async () => ({ ...(await ofTicket()), body: { printer: 'PR2' } }),
    skipLeg: () => ofTicket({ flowId: 'F01' }),
    dropLegs: () => ofTicket({ flowId: 'F01' }),
    getTrackByTokenElsewhere: () => onTrack(take()),
    postTrackByTokenElsewhere: () => onTrack(take()),
    postTrackByTokenCancel: () => onTrack(take()),
    postTrackByTokenLater: async () => {
      const first = await take({ queueId: 'J' })
      await take({ queueId: 'J' })
      return { params: { token: first.token } }
    },
    postTrackByTokenComing: () => onTrack(calledAt12()),
    postTrackByTokenHelp: () => onTrack(take()),
    postBooking: async () => ({ body: { ...(await slot()), mobile: '19900000088', agreed: true } }),
    postBookingFind: async () => ({ body: { code: await book() } }),
    postBookingConfirm: async () => ({ body: { code: await book() } }),
    postBookingCancel: async () => ({ body: { code: await book() } }),
    postAppointments: async () => ({ body: { appointments: [{ ...(await slot()), reference: 'CITY-1' }] } }),
    postAppointmentsMove: async () => ({ body: { code: await book(), day: kept.day, clock: '15:30' } }),
    postAppointmentsCancel: async () => ({ body: { code: await book() } }),
    postPhoneEnter: async () => {
      await send(calls.find(({ path }) => path === '/phone') as ApiCall, {}, null)
      return { body: { code: await hallCode() } }
    },
    postPhoneTickets: async () => ({ body: { pass: kept.pass ?? '', queueId: 'C' } }),
    postCataloguePlansByPlanIdDepartments: async () => ({ params: { planId: await plan() } }),
    postCataloguePlansByPlanIdCarryOut: async () => ({ params: { planId: await plan() } }),
    async postStaffImportsByPlanIdCarryOut() {
      const call = calls.find(({ path }) => path === '/staff-imports') as ApiCall
      const { body } = (await send(call, exampleOf('postStaffImports'), 'supervisor')) as { body: { planId: string } }
      return { params: { planId: body.planId } }
    },
    postDisplaysByIdSound: async () => ({ params: { id: 'L1' } }),
    postDisplaysByIdPicturesByPictureId: async () => {
      kept.picture = (await order<{ pictureId: string }>('/displays/L1/picture')).pictureId
      return { params: { id: 'L1', pictureId: kept.picture }, body: jpeg }
    },
    getDisplaysByIdPicturesByPictureId: async () => ({ params: { id: 'L1', pictureId: kept.picture ?? '' } }),
    postPadsByIdLearning: async () => ({ params: { id: 'PD1' } }),
    postRatingsByCounterId: () => calledAt12('serve', 'finish').then(() => ({})),
    postRatingsByCounterIdWhy: async () => {
      const { ticketId } = await calledAt12('serve', 'finish')
      await (await signIn(hall.url, 'rating', '12')).post('/ratings/12', { stars: 1, ticketId })
      return { body: { ticketId, words: '等得太久' } }
    },
    postTrackByTokenRating: () => onTrack(calledAt12('serve', 'finish')),
    postTrackByTokenRatingWhy: async () => {
      const { token } = await calledAt12('serve', 'finish')
      await order(`/track/${token}/rating`, { stars: 1 })
      return { params: { token } }
    },
    arriveTicket: () => ofTicket(),
    postTrackByTokenArrive: async () => ({ ...(await onTrack(take())), body: { code: await hallCode() } }),
    postGrievancesFind: async () => ({ body: { code: (await grieve()).code } }),
    postGrievancesUrge: async () => ({ body: { code: (await grieve()).code } }),
    postGrievancesAdd: async () => ({ body: { code: (await grieve()).code, words: '第三次是 3 月 18 日' } }),
    postGrievancesWithdraw: async () => ({ body: { code: (await grieve()).code } }),
    getGrievancesByGrievanceId: () => ofGrievance(),
    postGrievancesByGrievanceIdTelephone: () => ofGrievance(),
    postGrievancesByGrievanceIdAssign: () => ofGrievance(),
    postGrievancesByGrievanceIdContact: () => ofGrievance(),
    postGrievancesByGrievanceIdAnswer: () => ofGrievance(),
    postGrievancesByGrievanceIdClose: async () => {
      const one = await ofGrievance()
      const path = `/grievances/${one.params?.grievanceId}/answer`
      await order(path, { outcome: 'explained', words: '已经补好。', close: false })
      return one
    },
    getLightsByCaseId: () => aLight(),
    urgeCase: () => aLight(),
    answerCase: () => aLight(),
    takeEscalation: async () => ({ params: { escalationId: 'none' } }),
    getApprovalsByReceipt: () => anApproval(),
    askMore: () => anApproval(),
    noteLeg: () => anApproval(),
    finishLeg: () => anApproval(),
    supplyMore: async () => {
      const one = await anApproval()
      await order(`/approvals/${one.params?.receipt}/legs/${one.params?.legId}/ask`, { materials: ['租赁合同'] })
      return one
    },
    deliverApproval: async () => {
      const one = await anApproval()
      for (const legId of kept.legs?.split(' ') ?? [])
        await order(`/approvals/${one.params?.receipt}/legs/${legId}/finish`, { result: 'approved' })
      return one
    },
    postCatalogueMattersById: () => withEdits('postCatalogueMattersById'),
    postCatalogueDepartments: () => withEdits('postCatalogueDepartments'),
    async postCatalogueEditsByEditIdUndo() {
      const { before } = await order<{ before: string }>('/catalogue/matters/m030', {
        before: (await supervisor.get<{ before: string | null }>('/catalogue/departments')).body.before,
        edit: { aliases: [`别名${(edits += 1)}`] },
      })
      const { history } = (
        await supervisor.get<{ history: { editId: string; hash: string }[] }>('/catalogue/matters/m030')
      ).body
      return { params: { editId: history.find(({ hash }) => hash === before)?.editId ?? '' } }
    },
    postHallSettingsCheck: () => withRevision(),
    postHallSettings: () => withRevision(),
    postHallSettingsUndo: async () => {
      const { history, revision } = await settings()
      return { body: { revision, changeId: history[0]?.changeId ?? '' } }
    },
    postTerminalsByIdScan: async () => ({ params: { id: 'K1' } }),
    getTranslationsByLanguage: async () => ({ params: { language: 'mn-Mong' } }),
    postTerminalsByIdSpeech: async () => ({ params: { id: 'K1' } }),
    postTerminalsByIdReader: async () => ({ params: { id: 'K1' } }),
    postEnrolAsk: async () => ({ body: { secret: (await machine()).secret } }),
    postEnrolFind: async () => ({ body: { code: (await machine()).code } }),
    postEnrolApprove: async () => ({ body: { code: (await machine()).code, place: 'K2' } }),
    postEnrolRefuse: async () => ({ body: { code: (await machine()).code } }),
    postEnrolDevicesByIdName: () => aDevice(),
    postEnrolDevicesByIdRevoke: () => aDevice(),
    postMedia: async () => ({ body: file('samples/company-form.png') }),
    postAlerts: async () => ({ body: cap({ severity: 'Minor' }) }),
  }
  return {
    send,
    prepare,
    keepPass: (pass) => {
      kept.pass = pass
    },
  }
}
