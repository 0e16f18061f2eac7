import type { MailSettings } from '../contract/mail.ts'
import type { WrittenMail } from './light-mail.ts'
import type { Told } from './deliveries.ts'

export interface Letter extends WrittenMail {
  /** Of the letter: the same when it is sent again, so that a mailbox that has it already knows it. */
  id: string
  /** Named as the sender. */
  hallName: string
  /** Epoch ms: when it was written. */
  at: number
}
/** What the server, or the way to it, says of a failure. */
interface MailError {
  code?: string
  responseCode?: number
  response?: string
}

const LONGEST_ANSWER = 120

/** Sends one letter to one address. Never throws: what went wrong comes back in words. `answerMs`: for each step of the talk. */
export async function postMail(
  { server, port, tls, user, from }: MailSettings,
  password: string | null,
  letter: Letter,
  answerMs: number,
): Promise<Told> {
  if (user !== null && password === null)
    return { outcome: 'later', words: '网关的环境里没有 TINGSHI_MAIL_PASSWORD，登录不了邮件服务器' }
  // Read when the first letter goes: most halls send none.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host: server,
    port,
    secure: tls === 'direct',
    requireTLS: tls === 'starttls',
    ignoreTLS: tls === 'none',
    auth: user === null ? undefined : { user, pass: password ?? '' },
    connectionTimeout: answerMs,
    greetingTimeout: answerMs,
    socketTimeout: answerMs,
    // A letter is our own text: nothing in it may read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({
      from: { name: letter.hallName, address: from },
      to: letter.to,
      subject: letter.subject,
      text: letter.text,
      messageId: `<${letter.id.replace(/[^A-Za-z0-9.-]/g, '.')}@${from.split('@')[1] ?? 'tingshi'}>`,
      date: new Date(letter.at),
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    return { outcome: 'done', words: '邮件服务器收下了' }
  } catch (broken) {
    return failure(broken as MailError)
  } finally {
    transport.close()
  }
}

function failure({ code, responseCode, response }: MailError): Told {
  const said = response === undefined ? '' : `：${response.replace(/\s+/g, ' ').slice(0, LONGEST_ANSWER)}`
  if (code === 'EAUTH')
    return { outcome: 'later', words: `邮件服务器不让登录，请看用户名和 TINGSHI_MAIL_PASSWORD${said}` }
  if (code === 'ETLS') return { outcome: 'later', words: '和邮件服务器谈不成加密，请看 tls 和端口' }
  // 5xx is for good (no such mailbox); 4xx and all else may be otherwise later.
  if (responseCode !== undefined)
    return responseCode >= 500
      ? { outcome: 'refused', words: `邮件服务器不收${said}` }
      : { outcome: 'later', words: `邮件服务器现在不收${said}` }
  return { outcome: 'later', words: '连不上邮件服务器' }
}
