import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Received {
  to: string
  messageId: string
  subject: string
  text: string
}
/** What the server does with the next letter: takes it, or answers with this code; `silent` takes it and hangs up before it says so. */
export type MailAnswer = 'take' | 'silent' | number

/** A real SMTP server on this computer. `answers` are used in turn, then every letter is taken. A code for an address is its own, always. */
export async function mailServer(
  answers: MailAnswer[] = [],
  {
    password = null,
    refused = {},
    port = 0,
  }: { password?: string | null; refused?: Readonly<Record<string, number>>; port?: number } = {},
) {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: password === null,
    // Sign-in goes over STARTTLS only; the library brings a certificate for tests.
    disabledCommands: password === null ? ['AUTH', 'STARTTLS'] : [],
    logger: false,
    onAuth: ({ password: said }, _, done) => done(said === password ? null : new Error('wrong'), { user: 'hall' }),
    onRcptTo({ address }, _, done) {
      const code = refused[address]
      done(code === undefined ? null : Object.assign(new Error('no such mailbox'), { responseCode: code }))
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => void parts.push(part))
      stream.on('end', () => {
        const answer = answers.shift() ?? 'take'
        if (typeof answer === 'number') return done(Object.assign(new Error('later'), { responseCode: answer }))
        received.push(letterOf(Buffer.concat(parts).toString(), session.envelope.rcptTo[0]?.address ?? ''))
        if (answer === 'take') return done()
        for (const connection of server.connections) connection.close()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  return {
    received,
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}

/** Heads and text of a letter, decoded. */
function letterOf(raw: string, to: string): Received {
  const [heads = '', ...rest] = raw.split('\r\n\r\n')
  const unfolded = heads.replace(/\r\n[ \t]+/g, ' ')
  const head = (name: string): string => new RegExp(`^${name}: (.*)$`, 'mi').exec(unfolded)?.[1] ?? ''
  const words = head('Subject').replace(/\?=\s+=\?/g, '?==?')
  const subject = words.replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, said: string) =>
    kind.toUpperCase() === 'B' ? Buffer.from(said, 'base64').toString() : quoted(said.replaceAll('_', ' ')),
  )
  const body = rest.join('\r\n\r\n')
  const coding = head('Content-Transfer-Encoding').toLowerCase()
  const text =
    coding === 'base64' ? Buffer.from(body, 'base64').toString() : coding === 'quoted-printable' ? quoted(body) : body
  return { to, messageId: head('Message-ID'), subject, text: text.replaceAll('\r\n', '\n') }
}
const quoted = (said: string): string => {
  const plain = said.replace(/=\r\n/g, '')
  return Buffer.from(
    plain.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
}
