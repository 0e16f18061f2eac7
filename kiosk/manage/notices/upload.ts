import { z } from 'zod'
import { type NoticeBody, noticeBody } from '../../../gateway/contract/notice.ts'
import { type Answer, manageCall } from '../manage-call.ts'

const uploaded = z.object({ kind: noticeBody.shape.kind, mediaId: z.string() })

/** Sends a file to the gateway, which looks inside and says what it is. */
export const upload = (file: File): Promise<Answer<Pick<NoticeBody, 'kind' | 'mediaId'>>> =>
  manageCall('/media', uploaded, file)
