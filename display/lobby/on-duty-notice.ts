import type { ShownNotice } from '../../gateway/contract/notice.ts'
import type { WallShown } from './wall-shown.ts'
import { say, sayBeside } from './words.ts'

/** Who is on duty, as one line among the notices. It has no id: nobody asks how often it was shown. */
export function onDutyNotice({ duty, wall: { scripts } }: Pick<WallShown, 'duty' | 'wall'>): ShownNotice[] {
  if (!duty) return []
  const leader = { names: duty.leader.join('、') }
  const guides = { names: duty.guides.join('、') }
  const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join('；')
  const people = joined([
    duty.leader.length > 0 ? say('dutyLeader', leader) : null,
    duty.guides.length > 0 ? say('dutyGuides', guides) : null,
  ])
  const inEnglish = joined([
    duty.leader.length > 0 ? sayBeside(scripts, 'dutyLeader', leader) : null,
    duty.guides.length > 0 ? sayBeside(scripts, 'dutyGuides', guides) : null,
  ])
  const textEn = sayBeside(scripts, 'duty', { people: inEnglish.replaceAll('、', ', ').replaceAll('；', '; ') })
  return [{ id: '', text: say('duty', { people }), textEn, placement: 'ticker' }]
}
