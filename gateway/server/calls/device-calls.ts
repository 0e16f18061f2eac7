import { calls } from '../../rights/calls.ts'
import { z } from 'zod'
import { displayPage, noticePlay } from '../../contract/display-pulse.ts'
import { learningBody, padList, padView, strangerBody } from '../../contract/pads.ts'
import { speechQuestion } from '../../contract/read-aloud.ts'
import { readerOrder, scanAnswer, scanQuestion } from '../../contract/signals.ts'
import { deviceHealth } from '../../contract/device-view.ts'
import { type DescribedCall, listOf } from './described-call.ts'

/** Terminals, pads, screens, and what is known of all devices. */
export const deviceCalls: readonly DescribedCall[] = [
  {
    method: 'get',
    path: '/displays',
    says: '每块屏的网页现在怎样，哪些公告放不出来（guide、supervisor）',
    who: calls['see-screens'],
    answer: z.object({ items: z.array(displayPage), total: z.number() }),
  },
  {
    method: 'get',
    path: '/displays/plays',
    says: '公告在每块屏上每天放了多久；可加 ?notice= 和 ?day=（guide、supervisor）',
    who: calls['see-screens'],
    query: ['notice', 'day', 'limit'],
    answer: z.object({ items: z.array(noticePlay), total: z.number() }),
    example: { query: { day: '2026-03-18' } },
  },
  {
    method: 'get',
    path: '/pads',
    says: '叫号器和它们的按键，还有没写进大厅文件的（supervisor）',
    who: calls['keep-pads'],
    answer: padList,
  },
  {
    method: 'post',
    path: '/pads/:id/learning',
    says: '教按键：按了不叫号，只看是哪个键（supervisor）',
    who: calls['keep-pads'],
    body: learningBody,
    answer: padView,
    refuses: ['unknown-pad'],
    example: { body: { on: true } },
  },
  {
    method: 'post',
    path: '/displays/:id/sound',
    says: '屏说自己出不出声（这块屏自己的口令）',
    who: ['display'],
    status: 204,
    body: z.object({ state: z.string().max(20) }),
    brings: null,
    example: { body: { state: 'on' } },
  },
  {
    method: 'post',
    path: '/displays/:id/pictures/:pictureId',
    says: '屏交来要它拍的那一张（JPEG，这块屏自己的口令）',
    who: ['display'],
    status: 204,
    sends: 'image/jpeg',
    brings: null,
    refuses: ['media-unknown'],
    example: { body: 'JPEG' },
  },
  {
    method: 'get',
    path: '/displays/:id/pictures/:pictureId',
    says: '屏自己的样子（guide、supervisor）',
    who: calls['see-screens'],
    brings: 'image/jpeg',
    refuses: ['not-found'],
  },
  {
    method: 'post',
    path: '/pads/strangers/learning',
    says: '听一个还没写进大厅文件的叫号器（supervisor）',
    who: calls['keep-pads'],
    body: strangerBody,
    answer: z.object({ on: z.boolean() }),
    refuses: ['unknown-pad'],
    example: { body: { at: null, path: '/dev/hidraw0', on: false } },
  },
  {
    method: 'post',
    path: '/terminals/:id/scan',
    says: '终端网页上扫到的码是什么（这台终端的口令）',
    who: ['terminal'],
    body: scanQuestion,
    answer: scanAnswer,
    refuses: ['unknown-terminal'],
    example: { body: { text: 'QC2026000101' } },
  },
  {
    method: 'post',
    path: '/terminals/:id/reader',
    says: '来访者同意读卡，或不读了（这台终端的口令）',
    who: ['terminal'],
    body: readerOrder,
    answer: z.object({}),
    refuses: ['no-reader'],
    example: { body: { action: 'stop' } },
  },
  {
    method: 'post',
    path: '/terminals/:id/speech',
    says: '把没有录音的一段念出来（WAV，这台终端的口令）',
    who: ['terminal'],
    body: speechQuestion,
    brings: 'audio/wav',
    refuses: ['unknown-terminal', 'no-voice', 'voice-busy'],
    example: { body: { language: 'zh-Hans', text: '请带身份证原件。' } },
  },
  {
    method: 'get',
    path: '/devices',
    says: '设备的状态（guide、supervisor、integration）',
    who: calls['know-devices'],
    answer: listOf(deviceHealth),
  },
]
