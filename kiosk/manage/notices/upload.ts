import { withFields } from '../../../gateway/client/ask.ts'
import type { NoticeBody } from '../../../gateway/contract/notice.ts'
import { type Answer, manageCall } from '../manage-call.ts'

const uploaded = withFields<Pick<NoticeBody, 'kind' | 'mediaId'>>('kind', 'mediaId')

/** Sends a file to the gateway, which looks inside and says what it is. */
export const upload = (file: File): Promise<Answer<Pick<NoticeBody, 'kind' | 'mediaId'>>> =>
  manageCall('/media', uploaded, file)
