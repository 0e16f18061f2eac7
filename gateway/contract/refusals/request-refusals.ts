import type { RefusalWords } from './refusal-words.ts'

/** Of a request whatever it is about: its form, who sent it, how much, and the disk. */
export const requestRefusals = {
  'not-understood': [
    400,
    '没看懂这个请求，请检查内容后再试。',
    'The request was not understood; check it and try again.',
    '',
  ],
  'not-signed-in': [401, '请先登录。', 'Please sign in first.', ''],
  'not-allowed': [403, '您的岗位不能做这件事。', 'Your role may not do this.', ''],
  'foreign-host': [
    421,
    '这里不认识 {host|这} 这个名字。请管理员在 hall.yaml 里把 publicUrl 写成大厅的网址，再重新启动。',
    'This gateway is not known as {host|that}; its operator should set publicUrl in hall.yaml to the address of the hall and start it anew.',
    '',
  ],
  standby: [
    503,
    '这台网关在后面跟着，另一台在办。页面会自己换过去，请稍等。',
    'This gateway stands behind another one, which is at work; pages move there by themselves.',
    '',
  ],
  'not-found': [404, '没有这个地址。', 'There is nothing at this address.', ''],
  'wrong-method': [
    405,
    '这个地址不能这样用，可以用 {allow|别的方法}。',
    'This address takes {allow|other methods}.',
    '',
  ],
  'key-reused': [
    422,
    '这个 Idempotency-Key 已经用在另一件事上，请换一个新的再发。',
    'This Idempotency-Key belongs to another request; send this one with a new key.',
    '',
  ],
  'too-large': [413, '内容太大了，请缩短后再发。', 'The content is too large; shorten it.', ''],
  'too-many': [429, '请求太频繁，请稍等再试。', 'Too many requests; wait a moment.', ''],
  'cannot-write': [
    503,
    '{why|暂时记不下来}，请到咨询台。已取的号都还在。',
    'Nothing can be recorded right now; please go to the help desk.',
    '',
  ],
  'already-so': [409, '已经是这样了。', 'It is so already.', ''],
} as const satisfies Record<string, RefusalWords>
