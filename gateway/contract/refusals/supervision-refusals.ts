import type { RefusalWords } from './refusal-words.ts'

/** Of lights, joint approvals and the roster. */
export const supervisionRefusals = {
  'no-light': [409, '这件没有亮牌，不用催办。', 'This case has no light.', ''],
  'unknown-approval': [404, '没有这个并联审批。', 'There is no such joint approval.', ''],
  'unknown-leg': [422, '这件并联审批里没有这一项。', 'This joint approval has no such part.', ''],
  'approval-over': [409, '这件已经送达，不能再改。', 'This approval has been delivered.', ''],
  'receipt-taken': [409, '这个受理号已经用过了，请再试一次。', 'This receipt number is taken; try again.', ''],
  'leg-open': [
    409,
    '{departmentName|还有部门}还没办好，不能送达。',
    '{departmentName|A department} is not done yet.',
    '',
  ],
  'leg-over': [409, '{departmentName|这个部门}已经办好了。', '{departmentName|This department} is done already.', ''],
  'asked-already': [
    409,
    '{departmentName|这个部门}已经告知过一次。要补的材料只能一次说清。',
    '{departmentName|This department} has asked already: what is missing is told once.',
    '',
  ],
  'nothing-asked': [409, '现在没有要补的材料。', 'Nothing is waited for now.', ''],
  'materials-missing': [
    409,
    '{departmentName|这个部门}还在等补材料，收到以后才能办好。',
    '{departmentName|This department} still waits for materials.',
    '',
  ],
  'day-is-over': [422, '这一天已经过了，请换一天。', 'This day is over; choose another.', ''],
  'roster-days': [
    422,
    '值班表的日期不对：要在起止日期以内，最多一年。',
    'A day lies outside of the days to be set.',
    '',
  ],
  'unknown-department': [
    422,
    '大厅没有“{departmentName}”这个部门。',
    'The hall has no department {departmentName}.',
    '',
  ],
} as const satisfies Record<string, RefusalWords>
