import type { RefusalWords } from './refusal-words.ts'

/** Of signing in, of the people who work here, and of devices that ask to be let in. */
export const signInRefusals = {
  'wrong-password': [401, '密码不对，再试一次。还可以试 {times|几} 次。', 'The password is not right; try again.', ''],
  'sign-in-locked': [
    429,
    '试错太多次了，请 {minutes|几} 分钟后再试，或者请主管重置密码。',
    'Too many wrong tries; wait {minutes|some} minutes or have the password reset.',
    '',
  ],
  'wrong-code': [401, '动态码不对，请看手机上最新的 6 位数字。', 'The code is not right; use the newest one.', ''],
  'password-old': [
    401,
    '这个临时密码已经过期，请主管再给您一个新的。',
    'This temporary password has expired; ask for a new one.',
    '',
  ],
  'password-short': [422, '密码至少要 8 位，请再长一点。', 'A password has at least 8 characters.', ''],
  'password-long': [422, '密码太长了，最多 100 位。', 'A password has at most 100 characters.', ''],
  'password-usual': [422, '这个密码太容易猜到，请换一个。', 'This password is too easy to guess.', ''],
  'password-same': [422, '新密码要和原来的不一样。', 'The new password must differ from the old one.', ''],
  'unknown-staff': [404, '没有这个工号。', 'Nobody has this work number.', ''],
  'staff-known': [409, '工号 {number|} 已经有人用了，请换一个。', 'This work number is taken.', ''],
  'admin-only': [403, '主管和管理员只有管理员能改。', 'Only an admin may change supervisors and admins.', ''],
  'last-admin': [409, '至少要留一个管理员，请先再加一个。', 'One admin must stay; add another first.', ''],
  'plan-outdated': [
    409,
    '人员这期间有人改过，请把表格再放一次，看过新的预览再导入。',
    'People were changed meanwhile; look at the file again before importing.',
    '',
  ],
  'own-account': [409, '不能停用您自己，请让另一位管理员来停用。', 'You cannot switch yourself off.', ''],
  'unknown-enrol-code': [
    404,
    '没有机器在用这个码，请再看一眼那台机器。',
    'No device shows this code; look at it once more.',
    '',
  ],
  'unknown-panel': [422, '没有这块 LED 屏。', 'There is no such panel.', ''],
  'unknown-place': [422, '大厅里没有这个位置。', 'The hall has no such place.', ''],
  'unknown-device': [404, '没有这台设备。', 'There is no such device.', ''],
  'oidc-off': [404, '这个大厅没有开统一身份登录。', 'This hall has no other sign-in.', ''],
  'oidc-failed': [
    401,
    '统一身份登录没有成功，请再试一次，或者用工号和密码。',
    'The other sign-in did not work; try again or use your number and password.',
    '',
  ],
  'oidc-unknown': [
    403,
    '您的统一身份还没有对应的工号，请主管在“人员”里加上。',
    'Nobody here has this identity; ask your supervisor.',
    '',
  ],
} as const satisfies Record<string, RefusalWords>
