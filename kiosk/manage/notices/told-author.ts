import type { NoticeView } from '../../../gateway/contract/notice.ts'

/** What became of a notice that somebody else had to look at. */
export type ToldAuthor = { kind: 'approved' | 'withdrawn' | 'changed'; notice: NoticeView }

/** News for whoever wrote them (`me`, as the log keeps it): what others did with their notices between two looks at the list. */
export function newsForAuthor(before: readonly NoticeView[], now: readonly NoticeView[], me: string): ToldAuthor[] {
  const was = new Map(before.map((notice) => [notice.id, notice]))
  return now.flatMap((notice): ToldAuthor[] => {
    const old = was.get(notice.id)
    if (!old || notice.by !== me) return []
    if (notice.approvedBy !== null && old.approvedBy === null && notice.approvedBy !== me)
      return [{ kind: 'approved', notice }]
    if (notice.state === 'withdrawn' && old.state !== 'withdrawn') return [{ kind: 'withdrawn', notice }]
    return notice.wordsBy !== me && notice.changedAt !== old.changedAt && old.wordsBy === me
      ? [{ kind: 'changed', notice }]
      : []
  })
}
