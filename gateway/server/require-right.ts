import type { NextFunction, Request, Response } from 'express'
import type { Actor } from '../rights/actor.ts'
import { type Call, mayAsk } from '../rights/calls.ts'
import { refuse } from './refuse.ts'

/** Lets through who may ask this; the others are told why not. What comes after is never kept by a browser. */
export const requireRight =
  (actorOf: (request: Request) => Actor | null, call: Call) =>
  (request: Request, response: Response, next: NextFunction): void => {
    response.set('cache-control', 'no-store')
    const actor = actorOf(request)
    if (!actor) refuse(response, 'not-signed-in')
    else if (!mayAsk(actor, call)) refuse(response, 'not-allowed')
    else next()
  }
