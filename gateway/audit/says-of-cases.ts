import type { OfficeEvent } from '../domain/events.ts'
import type { Says } from './said.ts'

const kinds = { 'low-rating': '差评', complaint: '投诉', 'not-done': '办不成事' } as const
const ways = { phone: '打电话问过', met: '当面问过', 'looked-into': '正在核实' } as const
const outcomes = { mended: '改了', explained: '说明了情况', 'not-found': '没有发现问题' } as const
const reminders = {
  'contact-due': '一件诉求今天要有人接',
  'contact-late': '一件诉求过了一个工作日没人接',
  'settle-near': '一件诉求快到答复的日子',
  'settle-late': '一件诉求过了答复的日子',
} as const
const lights = { green: '绿牌', yellow: '黄牌', red: '红牌', paused: '停表', closed: '办结' } as const
const place = (counterId: string | null): string => (counterId === null ? '' : `，‹${counterId}› 号窗口`)

/** Grades, complaints, and cases that somebody works on. No grade is told with its number. */
export const saysOfCases: Says<OfficeEvent> = {
  'visit-rated': ({ counterId }) => ['rating', `‹${counterId}› 号窗口收到一个评价`],
  'grievance-filed': ({ kind, counterId }) => ['rating', `收到一件 ‹${kinds[kind]}›${place(counterId)}`],
  'grievance-explained': () => ['rating', '差评补了原因'],
  'grievance-assigned': ({ departmentId }, { department }) => [
    'rating',
    `把一件诉求转给 ‹${department(departmentId)}›`,
  ],
  'grievance-contacted': ({ how }) => ['rating', `接办一件诉求，${ways[how]}`],
  'grievance-added-to': () => ['rating', '给一件诉求补充了说明'],
  'grievance-urged': () => ['rating', '催了一件诉求'],
  'grievance-answered': ({ outcome }) => ['rating', `答复了一件诉求：‹${outcomes[outcome]}›`],
  'grievance-closed': () => ['rating', '办结一件诉求，留的话和电话删了'],
  'grievance-withdrawn': ({ why }) => ['rating', why === 'by-visitor' ? '撤回了一件诉求' : '改了评价，差评撤销'],
  'grievance-reminded': ({ what }) => ['rating', `提醒：${reminders[what]}`],
  'contact-read': () => ['rating', '看了一件诉求留的电话'],
  'light-changed': ({ matterName, to }) => ['case', `‹${matterName}› 变成 ‹${lights[to]}›`],
  'case-urged': ({ to }) => ['case', `向 ‹${to}› 催办一件`],
  'case-answered': ({ by }) => ['case', `记下 ‹${by}› 的答复`],
  'approval-accepted': ({ name, legs }) => ['case', `受理 ‹${name}›，‹${legs.length}› 个部门并联办`],
  'approval-leg-asked': ({ materials }) => ['case', `并联审批要补 ‹${materials.length}› 项材料，一次告知`],
  'approval-leg-supplied': () => ['case', '并联审批的材料补齐了'],
  'approval-leg-noted': () => ['case', '并联审批记了一句'],
  'approval-leg-finished': ({ result }) => ['case', `并联审批一个部门${result === 'approved' ? '批了' : '没批'}`],
  'approval-delivered': () => ['case', '并联审批的结果交给群众了'],
  'escalation-raised': ({ name }) => ['help', `‹${name}› 没人管，报给上一级`],
  'escalation-taken': ({ name, afterSeconds }) => [
    'help',
    name === undefined ? '接了一件上报的事' : `接了上报的 ‹${name}›，报了 ${spanWords(afterSeconds)}`,
  ],
  'escalation-ended': ({ name, afterSeconds }) => [
    'help',
    name === undefined ? '一件上报的事了结了' : `上报的 ‹${name}› 了结了，用了 ${spanWords(afterSeconds)}`,
  ],
}

/** 40 秒, 3 分钟. */
const spanWords = (seconds: number): string => (seconds < 60 ? `${seconds} 秒` : `${Math.round(seconds / 60)} 分钟`)
