import type { Response } from 'express'
import { type RefusalCode, statusOf } from '../contract/refusals.ts'
import { errorBody } from './error-body.ts'

/** Answers with a refusal: its status, its code, and its words in the language that was asked for. */
export function refuse(response: Response, code: RefusalCode, details: unknown = {}, status = statusOf(code)): void {
  const language = response.req.get('accept-language')?.startsWith('en') ? 'en' : 'zh-Hans'
  response.status(status).json({ error: errorBody(code, details, language) })
}
