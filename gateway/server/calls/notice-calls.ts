import { calls } from '../../rights/calls.ts'
import { z } from 'zod'
import { noticeView } from '../../contract/notice.ts'
import { type DescribedCall, listOf } from './described-call.ts'

/** Notices with their files, sounds, and alerts of the authorities. */
export const noticeCalls: readonly DescribedCall[] = [
  {
    method: 'get',
    path: '/sounds',
    says: '大厅自己的录音',
    who: 'anybody',
    answer: z.object({ recordings: z.record(z.string(), z.record(z.string(), z.string())) }),
  },
  {
    method: 'get',
    path: '/announcements',
    says: '写好的广播',
    who: 'anybody',
    answer: z.object({ announcements: z.array(z.looseObject({ id: z.string() })) }),
  },
  {
    method: 'post',
    path: '/media',
    says: '公告的图片、影片、PDF 的一页（请求体就是文件；guide、supervisor）',
    who: calls['send-media'],
    status: 201,
    sends: 'application/octet-stream',
    answer: z.object({ mediaId: z.string(), kind: z.string(), url: z.string(), bytes: z.number() }),
    refuses: [
      'media-unknown',
      'media-unreadable',
      'media-too-many-pixels',
      'media-full',
      'too-large',
      'not-understood',
    ],
    example: { body: 'PNG' },
  },
  {
    method: 'post',
    path: '/alerts',
    says: '预警中心的 CAP 1.2（integration）',
    who: calls['send-alerts'],
    status: 202,
    sends: 'application/cap+xml',
    answer: z.object({ effect: z.string() }),
    refuses: ['not-an-alert', 'alert-not-signed', 'cannot-write'],
    example: { body: 'CAP' },
  },
  {
    method: 'get',
    path: '/notices',
    says: '公告；没有口令只有正在放的',
    who: 'anybody',
    answer: listOf(noticeView),
  },
]
