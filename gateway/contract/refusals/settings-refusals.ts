import type { RefusalWords } from './refusal-words.ts'

/** Of the hall folder as forms. */
export const settingsRefusals = {
  'settings-changed': [
    409,
    '这个大厅的设置刚刚有人改过。请重新打开再改，您填的还在这一页上。',
    'The settings were changed meanwhile; open them anew.',
    '',
  ],
  'settings-faulty': [
    422,
    '还有 {count} 处要改，没有保存。{first|}',
    '{count} things are wrong, nothing was saved: {first|}',
    '',
  ],
  'hall-not-writable': [
    503,
    '大厅文件夹写不进去，没有保存。请检查磁盘和文件夹的权限。',
    'The hall folder cannot be written.',
    '',
  ],
  'unknown-change': [404, '没有找到这次修改。', 'There is no such change.', ''],
  'not-resent': [409, '没有这条推送，或者它还在等着推。', 'There is no such message, or it still waits.', ''],
  'changed-since': [
    409,
    '{file|这个文件}后来又改过，不能直接撤回这一次。请先撤回后面的，或手动改。',
    '{file|The file} was changed since; take the later changes back first.',
    '',
  ],
} as const satisfies Record<string, RefusalWords>
