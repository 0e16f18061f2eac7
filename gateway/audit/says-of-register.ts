import type { EnrolledKind } from '../contract/enrolment.ts'
import type { OfficeEvent } from '../domain/events.ts'
import type { Said, Says } from './said.ts'

const roleNames: Readonly<Record<string, string>> = {
  clerk: '窗口办理',
  guide: '咨询台引导',
  supervisor: '大厅主管',
  admin: '管理员',
  terminal: '终端',
  display: '屏',
  rating: '评价平板',
  integration: '别的系统',
}
const machine = ({ kind, place }: { kind: EnrolledKind; place: string }): string => {
  const words: Record<EnrolledKind, string> = {
    terminal: `终端 ‹${place}›`,
    screen: `综合屏 ‹${place}›`,
    strip: `‹${place}› 号窗口的窗口屏`,
    panel: `LED 屏 ‹${place}›`,
    tablet: `‹${place}› 号窗口的评价平板`,
    agent: `终端 ‹${place}› 的设备程序`,
  }
  return words[kind]
}
const roles = (of: readonly string[]): string => of.map((role) => roleNames[role] ?? role).join('、')
const counters = (of: readonly string[] | null): string =>
  of === null ? '所有窗口' : of.length === 0 ? '没有窗口' : `${of.join('、')} 号窗口`
type Changed = Extract<OfficeEvent, { type: 'staff-changed' }>
const changed = (event: Changed): string =>
  [
    event.roles && `岗位从 ‹${roles(event.roles.before)}› 改成 ‹${roles(event.roles.after)}›`,
    event.counters && `窗口从 ‹${counters(event.counters.before)}› 改成 ‹${counters(event.counters.after)}›`,
    event.isRenamed && '改了姓名',
    event.isMoved && '改了部门',
  ]
    .filter(Boolean)
    .join('，')

/** Done on the command line while no gateway ran: the record is younger than the deed. */
const away = ({ whileAway }: { whileAway: boolean }): string => (whileAway ? '（网关没开的时候做的）' : '')
const ofPeople = (event: { whileAway: boolean }, words: string): Said => ['people', words + away(event)]
const ofMachines = (event: { whileAway: boolean }, words: string): Said => ['device', words + away(event)]

/** Who works here and may what, which machines were let in, who holds a token. No password, code or key is in any of it. */
export const saysOfRegister: Says<OfficeEvent> = {
  'staff-added': (event, { staff }) =>
    ofPeople(event, `加了人员 ‹${staff(event.number)}›，岗位 ‹${roles(event.roles)}›，‹${counters(event.counters)}›`),
  'staff-changed': (event, { staff }) => ofPeople(event, `改了 ‹${staff(event.number)}›：${changed(event)}`),
  'password-given-out': (event, { staff }) => ofPeople(event, `给 ‹${staff(event.number)}› 发了一次性密码`),
  'password-changed': (event) => ofPeople(event, '换了自己的密码'),
  'phone-joined': (event) => ofPeople(event, '绑定了手机动态码'),
  'phone-forgotten': (event, { staff }) => ofPeople(event, `解除了 ‹${staff(event.number)}› 的手机动态码`),
  'staff-signed-in': (event) =>
    ofPeople(
      event,
      `登录${event.place === null ? '' : `，在 ‹${event.place}›`}${event.way === 'oidc' ? '，用统一身份' : ''}`,
    ),
  'sign-in-locked': (event, { staff }) =>
    ofPeople(event, `用 ‹${staff(event.number)}› 的工号连着输错，锁 ‹${event.minutes}› 分钟`),
  'staff-signed-out': (event, { staff }) => ofPeople(event, `让 ‹${staff(event.number)}› 在所有地方退出登录`),
  'staff-left': (event, { staff }) => ofPeople(event, `停用 ‹${staff(event.number)}›`),
  'staff-returned': (event, { staff }) => ofPeople(event, `恢复 ‹${staff(event.number)}›`),
  'device-enrolled': (event) =>
    ofMachines(event, `登记 ${machine(event)}${event.replaced.length > 0 ? '，换下原来的一台' : ''}`),
  'enrolment-refused': (event) =>
    ofMachines(
      event,
      `没有批准一台机器登记${event.wished === null ? '' : `：${machine({ kind: event.kind, place: event.wished })}`}`,
    ),
  'enrolled-renamed': (event) => ofMachines(event, `把 ${machine(event)} 改名叫 ‹${event.name}›`),
  'device-revoked': (event) => ofMachines(event, `收回 ${machine(event)} 的登记`),
  'token-made': (event) => ofPeople(event, `发了口令 ‹${event.name}›，岗位 ‹${roles(event.roles)}›`),
  'token-revoked': (event) => ofPeople(event, `收回口令 ‹${event.name}›`),
}
