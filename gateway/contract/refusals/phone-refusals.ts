import type { RefusalWords } from './refusal-words.ts'

/** Of numbers taken by phone. */
export const phoneRefusals = {
  'phone-off': [
    404,
    '这里不能用手机取号。请到终端取号。',
    'Numbers are not given by phone here; please use a terminal.',
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
