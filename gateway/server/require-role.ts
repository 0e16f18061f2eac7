import type { NextFunction, Request, Response } from 'express'
import type { Role } from '../contract/commands.ts'
import type { Actor } from './actor.ts'
import { refuse } from './refuse.ts'

/** Lets through who has one of these roles; the others are told why not. What comes after is never kept by a browser. */
export const requireRole =
  (actorOf: (request: Request) => Actor | null, ...roles: Role[]) =>
  (request: Request, response: Response, next: NextFunction): void => {
    response.set('cache-control', 'no-store')
    const actor = actorOf(request)
    if (!actor) refuse(response, 'not-signed-in')
    else if (!actor.roles.some((role) => roles.includes(role))) refuse(response, 'not-allowed')
    else next()
  }
