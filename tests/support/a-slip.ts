import type { Slip } from '../../gateway/devices/printer/slip.ts'

export const aSlip: Slip = {
  language: 'zh-Hans',
  hallName: '青城政务服务中心',
  takenAt: '2026-03-18 星期三 10:31',
  number: 'A042',
  matterName: '不动产转移登记（存量房买卖）',
  where: '1 楼 A 区 8–14 号窗口',
  ahead: 6,
  aheadWords: '6 人',
  waitWords: '15–25 分钟（10:31 估计）',
  trackingUrl: 'http://127.0.0.1:8080/t/AbCdEfGhIjKlMnOpQrStUv',
  missing: ['契税完税凭证'],
  legs: [],
  code: 'K1-0318-A042',
  requeueMinutes: 30,
}
