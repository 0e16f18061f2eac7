import { calls } from '../../rights/calls.ts'
import {
  hallSettings,
  settingsCheck,
  settingsOrder,
  settingsSaved,
  slipDraft,
  undoSettings,
} from '../../contract/hall-settings.ts'
import type { DescribedCall } from './described-call.ts'

const aSetting = { revision: '3f9a…', changes: [{ path: ['queues', 1, 'name'], value: '企业开办' }] }

/** The hall folder as forms. */
export const settingsCalls: readonly DescribedCall[] = [
  {
    method: 'get',
    path: '/slip-preview',
    says: '号票的样子（supervisor）',
    who: calls['see-slips'],
    query: ['mm', 'mode', 'case'],
    brings: 'image/png',
    example: { query: { mm: '80', mode: 'raster', case: 'usual' } },
  },
  {
    method: 'get',
    path: '/hall-settings',
    says: '大厅文件夹里写着什么，每一项怎么写，改过什么（supervisor、admin）',
    who: calls['keep-hall'],
    answer: hallSettings,
  },
  {
    method: 'post',
    path: '/hall-settings/check',
    says: '这样改行不行；什么也不改（supervisor、admin）',
    who: calls['keep-hall'],
    body: settingsOrder,
    answer: settingsCheck,
    refuses: ['settings-changed'],
    example: { body: aSetting },
  },
  {
    method: 'post',
    path: '/hall-settings',
    says: '一起保存几处修改；能马上生效的马上生效（supervisor、admin）',
    who: calls['keep-hall'],
    status: 201,
    body: settingsOrder,
    answer: settingsSaved,
    refuses: ['settings-changed', 'settings-faulty', 'already-so', 'hall-not-writable'],
    isOrder: true,
    example: { body: aSetting },
  },
  {
    method: 'post',
    path: '/hall-settings/slip',
    says: '还没保存的号票样式打出来的样子（supervisor、admin）',
    who: calls['keep-hall'],
    body: slipDraft,
    brings: 'image/png',
    example: { body: { slip: [{ part: 'number' }, { part: 'where' }] } },
  },
  {
    method: 'post',
    path: '/hall-settings/undo',
    says: '撤回一次修改（supervisor、admin）',
    who: calls['keep-hall'],
    body: undoSettings,
    answer: settingsSaved,
    refuses: ['settings-changed', 'unknown-change', 'changed-since', 'hall-not-writable'],
    isOrder: true,
    example: { body: { revision: '3f9a…', changeId: 'c0ffee' } },
  },
]
