import { z } from 'zod'
import { type Command, command } from '../contract/commands.ts'
import type { AnyRole } from '../rights/actor.ts'

type Body = Record<string, unknown>
/** A write of the HTTP API: its address, what its body becomes. The body is parsed by the command's own schema. */
export interface Write {
  path: string
  says: string
  status: number
  method?: 'post' | 'patch'
  toCommand(params: Record<string, string>, body: Body, roles: readonly AnyRole[]): Command | Body
  type: Command['type']
}

const counterVerbs: [verb: string, type: Command['type'], says: string][] = [
  ['open', 'open-counter', '打开窗口'],
  ['pause', 'pause-counter', '暂停窗口，写明原因'],
  ['close', 'close-counter', '关闭窗口'],
  ['next', 'call-next', '叫下一位'],
  ['call', 'call-ticket', '叫指定的号'],
  ['recall', 'recall-ticket', '重呼'],
  ['serve', 'serve-ticket', '开始办理'],
  ['hold', 'hold-ticket', '挂起'],
  ['resume', 'resume-ticket', '回呼挂起的号'],
  ['missed', 'miss-ticket', '过号'],
  ['transfer', 'transfer-ticket', '转移到别的队列或窗口'],
  ['finish', 'finish-ticket', '办结'],
  ['undo', 'undo-step', '几秒内撤销上一步'],
  ['assign', 'assign-counter', '今天改叫别的队列（潮汐窗口）'],
  ['restore', 'restore-counter', '恢复原来的队列'],
]
const ticketVerbs: [verb: string, type: Command['type'], says: string][] = [
  ['requeue', 'requeue-ticket', '过号重排'],
  ['arrive', 'arrive-ticket', '远程取的号，人到了'],
  ['transfer', 'transfer-ticket', '转移'],
  ['defer', 'defer-ticket', '晚点再来：往后让几位，几位、几次由大厅定'],
  ['cancel', 'cancel-ticket', '作废'],
  ['prioritise', 'prioritise-ticket', '优先，写明原因'],
  ['reprint', 'reprint-slip', '补打号票'],
  ['skip-leg', 'skip-leg', '一件事：这一步不用办，接着下一步'],
  ['drop-legs', 'drop-legs', '一件事：后面的步骤都不办了'],
]
const noticeVerbs: [verb: string, type: Command['type'], says: string][] = [
  ['submit', 'submit-notice', '公告送审'],
  ['approve', 'approve-notice', '批准公告'],
  ['withdraw', 'withdraw-notice', '撤下公告'],
]
const approvalVerbs: [verb: string, type: Command['type'], says: string][] = [
  ['legs/:legId/ask', 'ask-more', '并联审批：一次告知要补的材料，这一项停表'],
  ['legs/:legId/note', 'note-leg', '并联审批：记一句办到哪了'],
  ['legs/:legId/finish', 'finish-leg', '并联审批：这一项办好了'],
  ['supply', 'supply-more', '并联审批：材料补来了，一次收齐'],
  ['deliver', 'deliver-approval', '并联审批：全部办好，一次送达'],
]
/** The interface's short names for where a ticket goes. */
const transferTo = ({ queueId, counterId, ...rest }: Body): Body => ({
  ...rest,
  toQueueId: queueId ?? null,
  toCounterId: counterId ?? null,
})

export const writes: Write[] = [
  {
    path: '/emergency',
    says: '紧急插播',
    status: 201,
    type: 'raise-emergency',
    toCommand: (_, body) => ({ ...body, type: 'raise-emergency' }),
  },
  {
    path: '/emergency/lift',
    says: '解除紧急插播',
    status: 200,
    type: 'lift-emergency',
    toCommand: () => ({ type: 'lift-emergency' }),
  },
  {
    path: '/clock/trust',
    says: '有人看过：网关电脑的时间是对的（guide、supervisor）',
    status: 200,
    type: 'trust-clock',
    toCommand: () => ({ type: 'trust-clock' }),
  },
  {
    path: '/tickets',
    says: '取号',
    status: 201,
    type: 'take-ticket',
    toCommand: (_, { priority, ...body }) => ({ ...body, priority: priority ?? null, type: 'take-ticket' }),
  },
  ...counterVerbs.map(
    ([verb, type, says]): Write => ({
      path: `/counters/:counterId/${verb}`,
      says,
      status: 200,
      type,
      toCommand: ({ counterId }, body) => ({
        ...(type === 'transfer-ticket' ? transferTo(body) : body),
        type,
        counterId,
      }),
    }),
  ),
  {
    path: '/printers/:printerId/test',
    says: '打一张测试页',
    status: 200,
    type: 'test-printer',
    toCommand: ({ printerId }) => ({ type: 'test-printer', printerId }),
  },
  {
    path: '/devices/:deviceId/off',
    says: '停用一台设备：不算故障，也不用它，直到恢复；reason 可以不写',
    status: 200,
    type: 'switch-device-off',
    toCommand: ({ deviceId }, body) => ({ ...body, type: 'switch-device-off', deviceId }),
  },
  {
    path: '/devices/:deviceId/on',
    says: '恢复使用一台停用的设备',
    status: 200,
    type: 'switch-device-on',
    toCommand: ({ deviceId }) => ({ type: 'switch-device-on', deviceId }),
  },
  {
    path: '/pads/:padId/teach',
    says: '教叫号器一个键；button 写 null 就是不要这个键（supervisor）',
    status: 200,
    type: 'teach-pad',
    toCommand: ({ padId }, body) => ({ ...body, type: 'teach-pad', padId }),
  },
  {
    path: '/pads/:padId/bind',
    says: '叫号器改管别的窗口；counterId 写 null 恢复大厅文件里的（supervisor）',
    status: 200,
    type: 'bind-pad',
    toCommand: ({ padId }, body) => ({ ...body, type: 'bind-pad', padId }),
  },
  {
    path: '/displays/:screenId/layout',
    says: '换屏的版式；layoutId 写 null 恢复大厅设置里的',
    status: 200,
    type: 'switch-layout',
    toCommand: ({ screenId }, body) => ({ ...body, type: 'switch-layout', screenId }),
  },
  {
    path: '/displays/:screenId/reload',
    says: '让屏重新加载',
    status: 200,
    type: 'reload-screen',
    toCommand: ({ screenId }) => ({ type: 'reload-screen', screenId }),
  },
  {
    path: '/displays/:screenId/picture',
    says: '让屏拍一张自己的样子',
    status: 200,
    type: 'picture-screen',
    toCommand: ({ screenId }) => ({ type: 'picture-screen', screenId }),
  },
  {
    path: '/lights/:caseId/urge',
    says: '催办一件亮牌的办件（supervisor）',
    status: 200,
    type: 'urge-case',
    toCommand: ({ caseId }, body) => ({ ...body, type: 'urge-case', caseId }),
  },
  {
    path: '/lights/:caseId/answer',
    says: '记录首席代表的答复（supervisor）',
    status: 200,
    type: 'answer-case',
    toCommand: ({ caseId }, body) => ({ ...body, type: 'answer-case', caseId }),
  },
  ...approvalVerbs.map(
    ([verb, type, says]): Write => ({
      path: `/approvals/:receipt/${verb}`,
      says,
      status: 200,
      type,
      toCommand: (params, body) => ({ ...body, type, ...params }),
    }),
  ),
  {
    path: '/roster',
    says: '排值班：起止日期以内的全部换成这些（supervisor、integration）',
    status: 200,
    type: 'set-roster',
    toCommand: (_, body) => ({ ...body, type: 'set-roster' }),
  },
  {
    path: '/escalations/:escalationId/take',
    says: '我来处理：不再催（guide、supervisor）',
    status: 200,
    type: 'take-escalation',
    toCommand: ({ escalationId }) => ({ type: 'take-escalation', escalationId }),
  },
  {
    path: '/notices',
    says: '写一条公告',
    status: 201,
    type: 'draft-notice',
    toCommand: (_, body) => ({ ...body, type: 'draft-notice' }),
  },
  {
    path: '/notices/:noticeId',
    method: 'patch',
    says: '改公告；已批准的由主管改',
    status: 200,
    type: 'edit-notice',
    toCommand: ({ noticeId }, body, roles) => ({
      ...body,
      type: roles.includes('supervisor') ? 'revise-notice' : 'edit-notice',
      noticeId,
    }),
  },
  ...noticeVerbs.map(
    ([verb, type, says]): Write => ({
      path: `/notices/:noticeId/${verb}`,
      says,
      status: 200,
      type,
      toCommand: ({ noticeId }) => ({ type, noticeId }),
    }),
  ),
  ...ticketVerbs.map(
    ([verb, type, says]): Write => ({
      path: `/tickets/:ticketId/${verb}`,
      says,
      status: 200,
      type,
      toCommand: ({ ticketId }, body) => ({
        ...(type === 'transfer-ticket' ? transferTo(body) : body),
        type,
        ticketId,
      }),
    }),
  ),
]

/** The JSON schema of a command, without the fields that the address carries. */
export function bodySchema(type: Command['type'], params: readonly string[]): unknown {
  const option = command.options.find((one) => one.shape.type.value === type)
  const { $schema: _, ...schema } = z.toJSONSchema(option ?? command, {
    io: 'input',
    unrepresentable: 'any',
  }) as Body & {
    properties: Body
    required?: string[]
  }
  const hidden = ['type', ...params]
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(schema.properties).filter(([name]) => !hidden.includes(name))),
    required: schema.required?.filter((name) => !hidden.includes(name)) ?? [],
  }
}
