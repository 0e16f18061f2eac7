import { z } from 'zod'

/** All that a device of the hall can be, as a closed list: nothing compares sentences. Words are made of it at the edge. */
export const deviceCode = z.enum([
  'ok',
  /** Nobody has heard of it since the gateway was started. */
  'not-heard',
  /** A page that nobody has opened yet; one that was closed when the day was over; one that is missed. */
  'not-opened',
  /** Somebody looks at it who showed no token: the page itself perhaps, or a stranger. */
  'not-enrolled',
  'closed',
  'offline',
  // Printers.
  'paper-low',
  'paper-out',
  'cover-open',
  'cutter-jam',
  'printer-error',
  'mute',
  'not-a-printer',
  /** The hall folder says that this model answers nothing. */
  'unwatched',
  /** It should answer, and never did since it is known: it is printed on without proof. */
  'never-answers',
  /** It tells of its paper, and never that a slip is out. */
  'never-proves',
  // Panels.
  'card-away',
  'not-a-card',
  'dark-by-plan',
  'card-refuses-picture',
  'card-refuses-settings',
  'card-not-set-up',
  'card-size',
  'card-colour',
  'signs-missing',
  // Scanners, pads, keypads.
  'not-plugged-in',
  'unplugged',
  'no-rights',
  'twins',
  'computer-away',
  // ID-card readers.
  'reader-away',
  'reader-mute',
  'reader-not-enabled',
  // Programs that lend devices: one more that says the same terminal; the last was turned away.
  'second-computer',
  'agent-refused',
  // Screens.
  'no-sound',
  'stands-still',
  // The gateway itself: something happened that nobody foresaw.
  'had-trouble',
  // The gateway's own records and clock. Nothing can be written: why.
  'disk-full',
  'read-only',
  'file-damaged',
  'file-locked',
  'stream-away',
  'stream-full',
  'cannot-write',
  /** Rows of the log are not as they were written; the note that says how far it came is gone. */
  'log-damaged',
  'head-missing',
  /** The computer's clock jumped; the hall goes by its own time. */
  'clock-doubted',
  /** The copies of the hall's data: the last one failed, or the one that should be there is not. */
  'backup-failed',
  'backup-late',
  /** A reminder by mail did not go out. */
  'mail-failed',
  /** The holidays of a year are not there; its days count by their weekday. */
  'holidays-missing',
])
export type DeviceCode = z.infer<typeof deviceCode>

/**
 * How a device is. `detail`: the values that its words name, a space between them; null = none. paper-low: slips left; card-size and
 * card-colour: found, wanted; card-refuses-settings: clock, power, brightness; signs-missing: the signs; holidays-missing: the years; second-computer and
 * agent-refused: what that program was told; backup-failed and mail-failed: why, in words.
 */
export const deviceCondition = z.object({ code: deviceCode, detail: z.string().nullable() })
export type DeviceCondition = z.infer<typeof deviceCondition>
