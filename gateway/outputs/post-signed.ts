import { createHmac } from 'node:crypto'

/** `sha256=` HMAC over time, a dot and the body, as `x-tingshi-signature` carries it; `x-tingshi-timestamp` is the time, epoch ms. */
export const signatureOf = (key: string, timestamp: number, body: string): string =>
  `sha256=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`

export interface SignedPost {
  url: string
  key: string
  /** Of the message: the same when it is sent again. */
  id: string
  body: string
  /** Epoch ms. */
  timestamp: number
  answerMs: number
}

/** Sends one message. The status of the other side; null = it did not answer in time, or answered with another address. Never throws. */
export async function postSigned({ url, key, id, body, timestamp, answerMs }: SignedPost): Promise<number | null> {
  const headers = {
    'content-type': 'application/json',
    'x-tingshi-delivery': id,
    'x-tingshi-timestamp': String(timestamp),
    'x-tingshi-signature': signatureOf(key, timestamp, body),
  }
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(answerMs),
    })
    await answer.body?.cancel()
    return answer.status
  } catch {
    return null
  }
}
export const isTaken = (status: number | null): boolean => status !== null && status >= 200 && status < 300
/** What a try came to, in words. */
export const answerWords = (status: number | null): string => (status === null ? '对方没有回应' : `对方答 ${status}`)
