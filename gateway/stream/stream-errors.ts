import { JetStreamApiError } from '@nats-io/jetstream'

/** JSStreamWrongLastSequenceErrF: somebody has written since. */
const WRONG_LAST_SEQUENCE = 10071
/** JSStreamNotFoundErr, JSNoMessageFoundErr */
const NOT_THERE = [10059, 10037]
/** No room: maximum bytes or messages, of the stream, the account or the server's disk; or one message is too large for the stream. */
const NO_ROOM = [10077, 10047, 10028, 10023, 10122, 10054]

export const isApiError = (broken: unknown, ...codes: number[]): boolean =>
  broken instanceof JetStreamApiError && codes.includes(broken.code)
export const isWrongSequence = (broken: unknown): boolean => isApiError(broken, WRONG_LAST_SEQUENCE)
export const nothingThere = (broken: unknown): boolean => isApiError(broken, ...NOT_THERE)
/** The engine has said no, and why: nothing of it is there. */
export const hasNoRoom = (broken: unknown): boolean => isApiError(broken, ...NO_ROOM)

/** For the office: what keeps the log from being written. The codes are read by `diskTrouble`. */
export const noRoom = (cause: unknown): Error =>
  Object.assign(new Error('the stream takes no more', { cause }), { code: 'STREAM_FULL' })
export const outOfReach = (cause?: unknown): Error =>
  Object.assign(new Error('the stream cannot be reached', { cause }), { code: 'STREAM_AWAY' })
/** Another gateway writes the log now. */
export const otherWriter = (): Error => Object.assign(new Error('another gateway writes'), { code: 'STREAM_TAKEN' })
