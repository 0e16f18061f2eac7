import { hash } from 'node:crypto'
import type { LoggedEvent } from '../domain/events.ts'

export const FIRST_HASH = '0'.repeat(64)

/** Each row carries the hash of itself and of the row before: a changed or missing row breaks all that follow. */
export const chainHash = (before: string, body: string): string => hash('sha256', `${before}\n${body}`)

export const bodyOf = (event: LoggedEvent): string => JSON.stringify(event)
