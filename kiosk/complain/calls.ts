import { ask, withFields } from '../../gateway/client/ask.ts'
import { newId } from '../../gateway/client/page-clock.ts'
import type { GrievanceView, GrievanceWish } from '../../gateway/contract/grievances.ts'
import { say } from './words.ts'

export type Told<T> = { ok: true; body: T } | { ok: false; message: string }
const aCase = withFields<GrievanceView>('kind', 'stage', 'clock', 'steps')

async function call<T extends object>(
  path: string,
  field: ReturnType<typeof withFields<T>>,
  body: object,
): Promise<Told<T>> {
  const answer = await ask(`/api/v1/grievances${path}`, field, { body, key: newId() })
  if (answer.ok) return answer
  const { code, message } = answer.error
  return { ok: false, message: code === 'not-answered' ? say('offline') : message }
}
export const fileCase = (wish: GrievanceWish): Promise<Told<{ code: string }>> =>
  call('', withFields<{ code: string }>('code'), wish)
export const findCase = (code: string): Promise<Told<GrievanceView>> => call('/find', aCase, { code })
export const changeCase = (
  what: 'urge' | 'withdraw' | 'add',
  code: string,
  more: object = {},
): Promise<Told<GrievanceView>> => call(`/${what}`, aCase, { code, ...more })
