import type { RefusalWords } from './refusal-words.ts'

/**
 * What is said of an order when the network is bad; a part of the closed list of refusals, apart because every page carries it. Status, then Chinese,
 * English, Mongolian.
 */
export const sendingRefusals = {
  /** Said by the gateway of an order that is too old, and by a page of one that never left. */
  'not-sent': [
    408,
    '网络不通，这一步没有及时送到，没有办。请再按一次。',
    'It did not arrive in time and was not done; please press again.',
    '',
  ],
  /** Said by pages alone: it left, and nothing came back. */
  'not-answered': [
    504,
    '网络断了，没有收到回答，可能没有发出去。请先看一眼，没办成再按一次。',
    'No answer came; it may not have arrived. Look first, and press again if it was not done.',
    '',
  ],
} as const satisfies Record<string, RefusalWords>

export type SendingRefusal = keyof typeof sendingRefusals
/** As an answer of the gateway; a page that speaks another language has the words of the code. */
export const sendingError = (code: SendingRefusal): { code: SendingRefusal; message: string } => ({
  code,
  message: sendingRefusals[code][1],
})
