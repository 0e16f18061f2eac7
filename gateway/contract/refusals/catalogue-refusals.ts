import type { RefusalWords } from './refusal-words.ts'

/** Of matters, the files that they come from, and bundles of them. */
export const catalogueRefusals = {
  'unknown-matter': [422, '没有这个事项。', 'There is no such matter.', ''],
  'not-at-counter': [409, '这件事不在窗口办，请问引导员。', 'This matter is not handled at a counter here.', ''],
  'matter-not-offered': [
    409,
    '这件事现在不在大厅办，请问引导员。',
    'This matter is not handled in the hall now; please ask a guide.',
    '',
  ],
  'catalogue-changed': [
    409,
    '事项表刚刚有人改过，请重新看一遍再导入。',
    'The catalogue was changed meanwhile; look again before importing.',
    '',
  ],
  'matters-changed': [
    409,
    '事项刚刚有人改过。请重新打开这一项，您填的还在这一页上。',
    'Matters were changed meanwhile; open this one anew.',
    '',
  ],
  'matter-faulty': [422, '没有保存。{first}', 'Nothing was saved: {first}', ''],
  'unknown-department': [422, '没有这个部门。', 'There is no such department.', ''],
  'unknown-catalogue': [422, '没有找到要导入的事项文件。', 'The catalogue to import is not there.', ''],
  'file-not-read': [422, '{reason}', 'This file could not be read: {reason}', ''],
  'unknown-plan': [404, '这个文件上传太久了，请重新上传。', 'The file was uploaded too long ago; upload it again.', ''],
  'no-import-to-undo': [409, '没有可以撤销的导入。', 'There is no import to undo.', ''],
  'unknown-flow': [422, '没有这件“一件事”。', 'There is no such bundle of matters.', ''],
} as const satisfies Record<string, RefusalWords>
