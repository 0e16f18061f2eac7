import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const READY_WITHIN_MS = 60_000

export interface RunningCity {
  readonly url: string
  said(): string
  stop(): Promise<number | null>
  discard(): Promise<void>
}

/** `npm run city` as its own process on a free port, with a folder of its own. `file`: its city.yaml. */
export async function runCity(
  address: string,
  file: string,
  environment: Record<string, string> = {},
): Promise<RunningCity> {
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-city-'))
  writeFileSync(join(folder, 'city.yaml'), file)
  const env = {
    ...process.env,
    TINGSHI_CITY: address,
    TINGSHI_CITY_FILE: join(folder, 'city.yaml'),
    TINGSHI_DATA: folder,
    TINGSHI_PORT: '0',
    ...environment,
  }
  const child: ChildProcess = spawn(process.execPath, [join(root, 'gateway/city/run.ts')], { cwd: root, env })
  let said = ''
  const url = await new Promise<string>((done, fail) => {
    const late = setTimeout(() => fail(new Error(`the city was not ready in time: ${said}`)), READY_WITHIN_MS)
    const read = (chunk: Buffer): void => {
      said += String(chunk)
      const found = /ready (http:\/\/\S+)/.exec(said)?.[1]
      if (found === undefined) return
      clearTimeout(late)
      done(found)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => fail(new Error(`the city ended with ${code}: ${said}`)))
  })
  async function end(signal: NodeJS.Signals): Promise<number | null> {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const gone = new Promise<number | null>((done) => child.once('exit', (code) => done(code)))
    child.kill(signal)
    return gone
  }
  return {
    url,
    said: () => said,
    stop: () => end('SIGTERM'),
    async discard() {
      await end('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Somebody who signed in at the city, in the steps that a browser takes. */
export async function signedInAt(url: string, number: string, code: string, password: string) {
  let cookie = ''
  let word = ''
  async function ask(path: string, body: object | null, key?: string): Promise<{ status: number; body: unknown }> {
    const headers: Record<string, string> = { 'content-type': 'application/json', cookie, 'x-tingshi-page': word }
    if (key !== undefined) headers['idempotency-key'] = key
    const response = await fetch(`${url}${path}`, {
      method: body === null ? 'GET' : 'POST',
      headers,
      body: body && JSON.stringify(body),
    })
    const given = response.headers.get('set-cookie')
    if (given !== null) cookie = given.split(';')[0] ?? ''
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : JSON.parse(text) }
  }
  const begun = await ask('/api/v1/session', { number, password: code })
  word = (begun.body as { word: string }).word
  const chosen = await ask('/api/v1/session/password', { password })
  return { ask, begun, chosen }
}
