import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import type { Hall } from '../contract/hall.ts'
import { type Door, methodsAt } from './methods-at.ts'
import { hostNameOf, isOwnHost } from './own-host.ts'
import { refuse } from './refuse.ts'
import { isSameOrigin } from './same-origin.ts'

/**
 * What the browser may do with our pages: own files only, no inline script, frames only of our own; `besides`: who else may be asked, `framed`: whose
 * pages may be shown in a frame.
 */
const policy = (besides: readonly string[], framed: readonly string[] = []) =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        connectSrc: ["'self'", 'ws:', 'wss:', ...besides],
        frameSrc: ["'self'", ...framed],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'sameorigin' },
  })

/** A part of a page: the page itself says what it may do, and a hundred times the same lines weigh more than some of the parts. */
const ofPart: RequestHandler = (_, response, next) => {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  next()
}

export interface AppDeps {
  /** Where whoever shows no token waits. */
  gate: RequestHandler
  /** Turns away what was pressed too long ago. */
  ages: RequestHandler
  /** Somebody asked under a name that is not this gateway's. */
  onForeignHost(host: string | undefined): void
  onBroken(error: unknown): void
}

/** An answer that is no page: nobody shows it, embeds it or takes it for something else. */
const ofData: RequestHandler = (_, response, next) => {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  response.setHeader('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
  next()
}

/** Puts the doors together. Errors of any kind leave as words, never as a stack. */
export function app(
  doors: Door[],
  { publicUrl, agentPagePort, cameras }: Pick<Hall, 'publicUrl' | 'agentPagePort' | 'cameras'>,
  { gate, ages, onForeignHost, onBroken }: AppDeps,
): Express {
  const site = express()
  site.use(gate)
  site.disable('x-powered-by')
  const usual = policy([])
  // A terminal's page asks the program on its own computer who it is, and nobody else.
  const atTerminal = policy([`http://127.0.0.1:${agentPagePort}`])
  // Cameras are watched beside the board, and on no other page.
  const atBoard = policy([], cameras.servers)
  site.use((request, response, next) => {
    if (request.path.startsWith('/api/')) return ofData(request, response, next)
    if (request.path.startsWith('/assets/')) return ofPart(request, response, next)
    if (request.path === '/manage/') return atBoard(request, response, next)
    return (request.path === '/kiosk/' ? atTerminal : usual)(request, response, next)
  })
  site.use((request, response, next) => {
    const { host } = request.headers
    if (!isOwnHost(host, publicUrl)) {
      onForeignHost(host)
      return refuse(response, 'foreign-host', { host: hostNameOf(host) ?? '' })
    }
    // A form on another site must not write here; reading across origins is stopped by the browser.
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request.headers))
      return refuse(response, 'not-allowed')
    next()
  })
  site.use('/api', ages)
  for (const { path, router } of doors) site.use(path, router)
  site.use((request, response) => {
    const methods = methodsAt(doors, request.path)
    // Whoever takes this method and passed it on has nothing there.
    const isTaken = methods.includes(request.method === 'HEAD' ? 'GET' : request.method)
    if (methods.length === 0 || isTaken) return refuse(response, 'not-found')
    response.set('allow', methods.join(', '))
    refuse(response, 'wrong-method', { allow: methods.join('、') })
  })
  const inWords: ErrorRequestHandler = (error: { status?: number; type?: string }, _, response, next) => {
    if (response.headersSent) {
      // Who hung up in the middle is no fault of ours.
      if (!response.destroyed) onBroken(error)
      return next(error)
    }
    if (error.type === 'entity.too.large') return refuse(response, 'too-large')
    if (error.status !== undefined && error.status < 500) return refuse(response, 'not-understood')
    onBroken(error)
    refuse(response, 'cannot-write', {}, 500)
  }
  site.use(inWords)
  return site
}
