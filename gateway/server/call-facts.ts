import { calls } from '../rights/calls.ts'
import type { ApiCall } from './api-call.ts'
import { commandRefusals } from './command-refusals.ts'

/** What the description of a call tells beside its address and schemas. */
export interface CallFacts extends Pick<ApiCall, 'who' | 'refuses' | 'example'> {
  query?: readonly string[]
  /** It goes into the log. */
  isOrder?: boolean
  /** The type of a body, or of an answer, that is no JSON; null = the answer has none. */
  sends?: string
  brings?: string | null
}
const appointmentSaid = [
  'unknown-code',
  'code-used',
  'appointment-released',
  'too-many-guesses',
  'booking-off',
] as const
const byCode = ['unknown-grievance', 'too-many-guesses', 'grievance-ended', 'cannot-write'] as const
const ofGrievance = ['unknown-grievance', 'grievance-ended', 'cannot-write'] as const
const aBooking = { queueId: 'A', day: '2026-03-20', clock: '10:00' } as const

/** By method and address: for each call that is no order of the office by itself. */
export const callFacts: Readonly<Record<string, CallFacts>> = {
  'post /cases': {
    who: ['integration'],
    refuses: [],
    example: {
      body: {
        cases: [
          {
            receipt: 'QC2026000777',
            last4: '123X',
            matterName: '不动产登记',
            departmentName: '不动产登记中心',
            status: 'accepted',
            acceptedOn: '2026-03-18',
            promisedDays: 5,
            steps: [{ name: '受理', startedAt: 1_773_800_000_000 }],
            reportedAt: 1_773_800_000_000,
          },
        ],
      },
    },
  },
  'post /cases/find': {
    who: 'anybody',
    refuses: ['unknown-case', 'too-many-guesses'],
    example: { body: { receipt: 'QC2026000777', last4: '123X' } },
  },
  'get /booking': {
    who: 'anybody',
    refuses: ['booking-off'],
    example: {},
  },
  'post /booking': {
    who: 'anybody',
    refuses: [...commandRefusals('book-appointment'), 'booked-enough'],
    isOrder: true,
    example: { body: { ...aBooking, mobile: '19900000003', agreed: true } },
  },
  'post /booking/find': {
    who: 'anybody',
    refuses: appointmentSaid,
    example: { body: { code: '12345678' } },
  },
  'post /booking/confirm': {
    who: 'anybody',
    refuses: [...appointmentSaid, 'already-so', 'booked-enough'],
    isOrder: true,
    example: { body: { code: '12345678' } },
  },
  'post /booking/cancel': {
    who: 'anybody',
    refuses: [...appointmentSaid, 'cancel-too-late'],
    isOrder: true,
    example: { body: { code: '12345678' } },
  },
  'get /phone/code': {
    who: ['terminal', 'display', 'guide', 'supervisor'],
    refuses: ['phone-off'],
    example: {},
  },
  'get /phone': {
    who: 'anybody',
    refuses: ['phone-off'],
    example: {},
  },
  'post /phone/enter': {
    who: 'anybody',
    refuses: ['phone-off', 'phone-code-old', 'phone-unknown', 'too-many-guesses'],
    example: { body: { code: 'kQ3v9nYx' } },
  },
  'post /phone/tickets': {
    who: 'anybody',
    refuses: [
      ...commandRefusals('take-ticket'),
      'phone-off',
      'remote-off',
      'remote-full',
      'remote-enough',
      'phone-code-old',
      'phone-unknown',
    ],
    isOrder: true,
    example: { body: { pass: 'p4ss', queueId: 'C' } },
  },
  'post /track/:token/cancel': {
    who: 'anybody',
    refuses: commandRefusals('cancel-ticket'),
    isOrder: true,
    example: {},
  },
  'post /track/:token/later': {
    who: 'anybody',
    refuses: commandRefusals('defer-ticket'),
    isOrder: true,
    example: {},
  },
  'post /track/:token/coming': {
    who: 'anybody',
    refuses: commandRefusals('announce-coming'),
    isOrder: true,
    example: {},
  },
  'post /track/:token/help': {
    who: 'anybody',
    refuses: commandRefusals('ask-guide'),
    isOrder: true,
    example: {},
  },
  'get /appointments': {
    who: calls['see-appointments'],
    refuses: [],
    query: ['day'],
    example: { query: { day: '2026-03-20' } },
  },
  'post /appointments': {
    who: calls['see-appointments'],
    refuses: commandRefusals('book-appointment'),
    isOrder: true,
    example: { body: { appointments: [{ ...aBooking, clock: '10:30', reference: 'CITY-1' }] } },
  },
  'post /appointments/cancel': {
    who: calls['see-appointments'],
    refuses: commandRefusals('cancel-appointment'),
    isOrder: true,
    example: { body: { code: '12345678' } },
  },
  'get /catalogue/imports': {
    who: calls['keep-catalogue'],
    refuses: [],
    example: {},
  },
  'post /catalogue/imports': {
    who: calls['keep-catalogue'],
    refuses: ['unknown-catalogue', 'catalogue-changed', 'already-so'],
    isOrder: true,
    example: {
      body: {
        hash: '0'.repeat(64),
        before: null,
        source: '自治区',
        counts: { added: 1, changed: 0, removed: 0, total: 1 },
      },
    },
  },
  'post /catalogue/plans': {
    who: calls['keep-catalogue'],
    refuses: ['file-not-read'],
    query: ['source'],
    sends: 'application/octet-stream',
    example: { query: { source: '自治区' }, body: '实施编码,事项名称,部门\n000177,示例事项,公安局\n' },
  },
  'post /catalogue/plans/:planId/departments': {
    who: calls['keep-catalogue'],
    refuses: ['unknown-plan', 'file-not-read'],
    example: { body: { departments: { 市公安局: 'ga' } } },
  },
  'post /catalogue/plans/:planId/carry-out': {
    who: calls['keep-catalogue'],
    refuses: ['unknown-plan', 'file-not-read', 'already-so', 'catalogue-changed'],
    isOrder: true,
    example: { body: { suspicious: true, removals: false } },
  },
  'post /catalogue/undo': {
    who: calls['keep-catalogue'],
    refuses: ['no-import-to-undo'],
    isOrder: true,
    example: {},
  },
  'get /catalogue': {
    who: 'anybody',
    refuses: [],
    example: {},
  },
  'get /displays': {
    who: calls['see-screens'],
    refuses: [],
    example: {},
  },
  'get /displays/plays': {
    who: calls['see-screens'],
    refuses: [],
    query: ['notice', 'day', 'limit'],
    example: { query: { day: '2026-03-18' } },
  },
  'post /displays/:id/sound': {
    who: ['display'],
    refuses: [],
    brings: null,
    example: { body: { state: 'on' } },
  },
  'post /displays/:id/pictures/:pictureId': {
    who: ['display'],
    refuses: ['media-unknown'],
    sends: 'image/jpeg',
    brings: null,
    example: { body: 'JPEG' },
  },
  'get /displays/:id/pictures/:pictureId': {
    who: calls['see-screens'],
    refuses: ['not-found'],
    brings: 'image/jpeg',
    example: {},
  },
  'get /pads': {
    who: calls['keep-catalogue'],
    refuses: [],
    example: {},
  },
  'post /pads/:id/learning': {
    who: calls['keep-catalogue'],
    refuses: ['unknown-pad'],
    example: { body: { on: true } },
  },
  'post /pads/strangers/learning': {
    who: calls['keep-catalogue'],
    refuses: ['unknown-pad'],
    example: { body: { at: null, path: '/dev/hidraw0', on: false } },
  },
  'post /what-if': {
    who: calls['keep-catalogue'],
    refuses: ['unknown-queue', 'not-played'],
    example: { body: { queueId: 'B', counters: 2 } },
  },
  'post /terminals/:id/scan': {
    who: ['terminal'],
    refuses: ['unknown-terminal'],
    example: { body: { text: 'QC2026000101' } },
  },
  'post /terminals/:id/reader': {
    who: ['terminal'],
    refuses: ['no-reader'],
    example: { body: { action: 'stop' } },
  },
  'get /sounds': {
    who: 'anybody',
    refuses: [],
    example: {},
  },
  'get /announcements': {
    who: 'anybody',
    refuses: [],
    example: {},
  },
  'get /slip-preview': {
    who: calls['keep-catalogue'],
    refuses: [],
    query: ['mm', 'mode', 'case'],
    brings: 'image/png',
    example: { query: { mm: '80', mode: 'raster', case: 'usual' } },
  },
  'post /media': {
    who: calls['see-screens'],
    refuses: [
      'media-unknown',
      'media-unreadable',
      'media-too-many-pixels',
      'media-full',
      'too-large',
      'not-understood',
    ],
    sends: 'application/octet-stream',
    example: { body: 'PNG' },
  },
  'post /alerts': {
    who: ['integration'],
    refuses: ['not-an-alert', 'alert-not-signed', 'cannot-write'],
    sends: 'application/cap+xml',
    example: { body: 'CAP' },
  },
  'post /ratings/:counterId': {
    who: ['rating'],
    refuses: ['nobody-to-rate', 'rated-already'],
    isOrder: true,
    example: { params: { counterId: '12' }, body: { stars: 5 } },
  },
  'post /ratings/:counterId/why': {
    who: ['rating'],
    refuses: ['nobody-to-rate', 'rated-already'],
    isOrder: true,
    example: { params: { counterId: '12' }, body: { reasons: [], words: '等得太久' } },
  },
  'post /track/:token/rating': {
    who: 'anybody',
    refuses: ['unknown-ticket', 'nobody-to-rate', 'rated-already'],
    isOrder: true,
    example: { body: { stars: 2 } },
  },
  'post /track/:token/rating/why': {
    who: 'anybody',
    refuses: ['unknown-ticket', 'nobody-to-rate', 'rated-already'],
    isOrder: true,
    example: { body: { reasons: [], words: '等得太久' } },
  },
  'post /track/:token/arrive': {
    who: 'anybody',
    refuses: ['phone-code-old', 'too-many-guesses', ...commandRefusals('arrive-ticket')],
    isOrder: true,
    example: { body: { code: '123456' } },
  },
  'post /grievances': {
    who: 'anybody',
    refuses: ['grievance-empty', 'grievances-enough', 'grievance-ended', 'unknown-counter', 'unknown-department'],
    isOrder: true,
    example: { body: { kind: 'not-done', words: '材料交了三次' } },
  },
  'post /grievances/find': {
    who: 'anybody',
    refuses: ['unknown-grievance', 'too-many-guesses'],
    example: { body: { code: 'ABCDEFGH' } },
  },
  'post /grievances/urge': {
    who: 'anybody',
    refuses: [...byCode, 'urged-today', 'grievance-answered'],
    example: { body: { code: 'ABCDEFGH' } },
  },
  'post /grievances/add': {
    who: 'anybody',
    refuses: [...byCode, 'grievances-enough'],
    example: { body: { code: 'ABCDEFGH', words: '第三次是 3 月 18 日' } },
  },
  'post /grievances/withdraw': {
    who: 'anybody',
    refuses: byCode,
    example: { body: { code: 'ABCDEFGH' } },
  },
  'get /grievances/:grievanceId': {
    who: calls['see-grievances'],
    refuses: ['unknown-grievance'],
    example: {},
  },
  'post /grievances/:grievanceId/telephone': {
    who: calls['see-grievances'],
    refuses: [...ofGrievance, 'no-contact'],
    example: {},
  },
  'post /grievances/:grievanceId/assign': {
    who: calls['see-grievances'],
    refuses: [...ofGrievance, 'unknown-department', 'already-so', 'grievance-answered'],
    example: { body: { departmentId: 'gjj' } },
  },
  'post /grievances/:grievanceId/contact': {
    who: calls['see-grievances'],
    refuses: [...ofGrievance, 'grievance-answered'],
    example: { body: { how: 'phone', words: '' } },
  },
  'post /grievances/:grievanceId/answer': {
    who: calls['see-grievances'],
    refuses: ofGrievance,
    example: { body: { outcome: 'explained', words: '已经补好，不用再跑。', close: false } },
  },
  'post /grievances/:grievanceId/close': {
    who: calls['see-grievances'],
    refuses: [...ofGrievance, 'grievance-not-answered'],
    example: {},
  },
  'get /lights': {
    who: calls['see-lights'],
    refuses: [],
    query: ['green'],
    example: { query: { green: '1' } },
  },
  'get /lights/:caseId': {
    who: calls['see-lights'],
    refuses: ['unknown-case'],
    example: {},
  },
  'post /lights/recount': {
    who: calls['count-lights'],
    refuses: ['cannot-write'],
    example: {},
  },
  'get /approvals': {
    who: ['clerk', 'guide', 'supervisor'],
    refuses: [],
    example: {},
  },
  'post /approvals': {
    who: ['clerk', 'supervisor'],
    refuses: [...commandRefusals('accept-approval'), 'unknown-approval'],
    isOrder: true,
    example: {
      body: { flowId: 'F01', applicant: '巷口面馆', last4: '123X', about: null, materials: 6 },
    },
  },
  'get /approvals/:receipt': {
    who: ['clerk', 'guide', 'supervisor'],
    refuses: ['unknown-approval'],
    example: {},
  },
  'get /health': { who: 'anybody', refuses: [], example: {} },
  'get /hall': { who: 'anybody', refuses: [], example: {} },
  'get /matters': {
    who: 'anybody',
    refuses: ['not-understood'],
    query: ['q', 'department', 'limit'],
    example: { query: { q: '公积金', limit: '5' } },
  },
  'get /matters/:id': { who: 'anybody', refuses: ['unknown-matter'], example: { params: { id: 'm029' } } },
  'get /devices': { who: calls['know-devices'], refuses: [], example: {} },
  'get /queues': { who: 'anybody', refuses: [], example: {} },
  'get /tickets/:ticketId': { who: calls['see-tickets'], refuses: ['unknown-ticket'], example: {} },
  'get /track/:token': { who: 'anybody', refuses: ['unknown-ticket'], example: {} },
  'get /notices': { who: 'anybody', refuses: [], example: {} },
  'get /events': {
    who: calls['see-log'],
    refuses: ['not-understood'],
    query: ['after', 'limit'],
    example: { query: { after: '0', limit: '10' } },
  },
  'get /reports': { who: calls['see-reports'], refuses: [], example: {} },
  'get /reports/usual': { who: calls['see-reports'], refuses: [], example: {} },
  'get /reports/:span/:at': {
    who: calls['see-reports'],
    refuses: ['not-understood'],
    query: ['by', 'part'],
    example: { params: { span: 'month', at: '2026-03' }, query: { by: 'queue' } },
  },
}
