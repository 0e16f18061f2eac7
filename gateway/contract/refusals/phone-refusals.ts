import type { RefusalWords } from './refusal-words.ts'

/** Of numbers taken by phone. */
export const phoneRefusals = {
  'phone-off': [
    404,
    '这里不能用手机取号。请到终端取号。',
    'Numbers are not given by phone here; please use a terminal.',
    '',
  ],
  'remote-off': [
    404,
    '这里不能远程取号。请到大厅取号。',
    'Numbers are not given from outside; please come to the hall.',
    '',
  ],
  'remote-full': [
    409,
    '能远程取的号发完了。请到大厅取号。',
    'All numbers that can be taken from outside are given; please come to the hall.',
    '',
  ],
  'remote-enough': [
    429,
    '今天远程取号的次数用完了。请到大厅取号。',
    'No more numbers from outside today; please come to the hall.',
    '',
  ],
  'phone-code-old': [
    409,
    '这个码过时了。请再扫一次大厅里的码。',
    'This code is out of date; please scan the code in the hall once more.',
    '',
  ],
  'phone-unknown': [
    409,
    '这个浏览器不能用来取号。请换一个浏览器扫码，或到终端取号。',
    'This browser cannot be used; please try another one, or use a terminal.',
    '',
  ],
} as const satisfies Record<string, RefusalWords>
