import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs'

const PART = 1024 * 1024
const TAG = 16
const PREFIX = 7
/** A key of people's own making is as long as one of ours, or longer. */
const LEAST_SIGNS = 32

/** A new key in a file of its own, readable by its owner alone. Throws when there is such a file already. */
export const makeBackupKey = (file: string): void =>
  writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })

/** The text of a key file; refuses, in words, one that is missing or too short. */
export function readBackupKey(file: string): { ok: true; key: string } | { ok: false; words: string } {
  if (!existsSync(file)) return { ok: false, words: `没有找到备份的钥匙 ${file}。` }
  try {
    const key = readFileSync(file, 'utf8').trim()
    if (key.length < LEAST_SIGNS) return { ok: false, words: `备份的钥匙 ${file} 太短，至少 ${LEAST_SIGNS} 个字符。` }
    return { ok: true, key }
  } catch {
    return { ok: false, words: `备份的钥匙 ${file} 读不出来，请看它的权限。` }
  }
}

/** 32 bytes for one backup; `salt` lies in its list. */
export const keyOfBackup = (key: string, salt: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, Buffer.from(salt, 'base64url'), 'tingshi backup', 32))

/** One part's nonce: the file's prefix, the part's number, and whether it is the last, so that parts cannot be cut off or changed about. */
function nonceOf(prefix: Uint8Array, nth: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.set(prefix)
  nonce.writeUInt32BE(nth, PREFIX)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Reads a file in parts of a size; the callback hears of each whether it is the last. */
function eachPart(file: string, from: number, size: number, take: (part: Buffer, isLast: boolean) => boolean): boolean {
  const opened = openSync(file, 'r')
  try {
    const read = (at: number): Buffer => {
      const part = Buffer.alloc(size)
      let got = 0
      while (got < size) {
        const more = readSync(opened, part, got, size - got, at + got)
        if (more === 0) break
        got += more
      }
      return part.subarray(0, got)
    }
    for (let at = from, part = read(at); ; ) {
      const next = part.length === size ? read(at + size) : Buffer.alloc(0)
      if (!take(part, next.length === 0)) return false
      if (next.length === 0) return true
      at += size
      part = next
    }
  } finally {
    closeSync(opened)
  }
}

function firstBytes(file: string, count: number): Buffer {
  const opened = openSync(file, 'r')
  const bytes = Buffer.alloc(count)
  const got = readSync(opened, bytes, 0, count, 0)
  closeSync(opened)
  return bytes.subarray(0, got)
}

/** AES-256-GCM in parts of 1 MiB; `about` (the file's name in the backup) is bound to each. */
export function sealFile(key: Uint8Array, about: string, from: string, to: string): void {
  const out = openSync(to, 'w', 0o600)
  try {
    const prefix = randomBytes(PREFIX)
    writeSync(out, prefix)
    let nth = 0
    eachPart(from, 0, PART, (part, isLast) => {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(prefix, nth, isLast)).setAAD(Buffer.from(about))
      const sealed = Buffer.concat([cipher.update(part), cipher.final(), cipher.getAuthTag()])
      writeSync(out, sealed)
      nth += 1
      return true
    })
  } finally {
    closeSync(out)
  }
}

/** false = another key, another file's name, or bytes that have changed; what was written by then is not to be used. */
export function unsealFile(key: Uint8Array, about: string, from: string, to: string): boolean {
  const prefix = firstBytes(from, PREFIX)
  if (prefix.length < PREFIX) return false
  const out = openSync(to, 'w', 0o600)
  try {
    let nth = 0
    return eachPart(from, PREFIX, PART + TAG, (sealed, isLast) => {
      if (sealed.length < TAG) return false
      const end = sealed.length - TAG
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(prefix, nth, isLast))
        .setAAD(Buffer.from(about))
        .setAuthTag(sealed.subarray(end))
      try {
        writeSync(out, Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()]))
      } catch {
        return false
      }
      nth += 1
      return true
    })
  } finally {
    closeSync(out)
  }
}
