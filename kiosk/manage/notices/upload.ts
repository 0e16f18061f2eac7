import { accessToken } from '../../../gateway/client/access.ts'
import type { NoticeBody } from '../../../gateway/contract/notice.ts'
import { sayStaff } from '../../shared/staff/words.ts'

type Uploaded = { ok: true; media: Pick<NoticeBody, 'kind' | 'mediaId'> } | { ok: false; message: string }

/** Sends a file to the gateway, which looks inside and says what it is. */
export async function upload(file: File): Promise<Uploaded> {
  const token = await accessToken('supervisor', null)
  const headers = { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/octet-stream' }
  const response = await fetch('/api/v1/media', { method: 'POST', headers, body: file }).catch(() => null)
  if (!response) return { ok: false, message: sayStaff('offlineShort') }
  const body = (await response.json()) as Pick<NoticeBody, 'kind' | 'mediaId'> & { error?: { message: string } }
  return response.ok
    ? { ok: true, media: { kind: body.kind, mediaId: body.mediaId } }
    : { ok: false, message: body.error?.message ?? '' }
}
