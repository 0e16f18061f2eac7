import type { RefusalWords } from './refusal-words.ts'

/** Of grades, complaints and what is done about them. */
export const grievanceRefusals = {
  'rated-already': [409, '这次已经评过了，谢谢您。', 'This visit has been rated already, thank you.', ''],
  'unknown-grievance': [
    404,
    '没有查到。请核对查询码，或到咨询台问。',
    'Not found; check the code, or ask the help desk.',
    '',
  ],
  'grievance-ended': [409, '这件已经办结，不能再改。', 'This one has ended and stays as it is.', ''],
  'grievance-answered': [409, '这件已经答复了。', 'This one has been answered already.', ''],
  'grievance-not-answered': [409, '还没有答复，不能办结。', 'It cannot be closed before it is answered.', ''],
  'no-contact': [409, '这位没有留电话。', 'No telephone was left.', ''],
  'urged-today': [409, '今天已经催过了，我们在办。', 'You have asked today already; it is under way.', ''],
  'grievances-enough': [
    429,
    '今天提得太多了。急事请到咨询台说。',
    'That is enough for today; if it is urgent, tell the help desk.',
    '',
  ],
  'grievance-empty': [422, '请点一个原因，或者写一句。', 'Please tick a reason or write a sentence.', ''],
  'unknown-department': [422, '没有这个部门。', 'There is no such department.', ''],
} as const satisfies Record<string, RefusalWords>
