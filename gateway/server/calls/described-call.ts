import { z } from 'zod'
import type { ApiCall } from './api-call.ts'

/** A call of the interface that is not one order of the office by itself: all that its description tells, in one place. */
export interface DescribedCall extends Pick<ApiCall, 'path' | 'method' | 'says' | 'who'> {
  /** When all is well; 200 unless it says otherwise. */
  status?: number
  query?: readonly string[]
  /** Left out = no body is read. `sends`: the type of a body that is no JSON. */
  body?: z.ZodType
  sends?: string
  /** `brings`: the type of an answer that is no JSON; null = the answer has none. */
  answer?: z.ZodType
  brings?: string | null
  /** What it may refuse beside what every call may. */
  refuses?: ApiCall['refuses']
  /** It goes into the log. */
  isOrder?: boolean
  example?: ApiCall['example']
}

/** Lists are always `{items, total}`. */
export const listOf = (schema: z.ZodType): z.ZodType => z.object({ items: z.array(schema), total: z.number() })
