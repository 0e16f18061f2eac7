import type { RefusalWords } from './refusal-words.ts'

/** Of booking an appointment, confirming it and coming with it. */
export const appointmentRefusals = {
  'booking-off': [
    404,
    '这个大厅现在不能预约。请直接来取号。',
    'Appointments are not offered here; please come and take a number.',
    '',
  ],
  'slot-not-offered': [422, '这个时间不能约。请换一天或换个时间。', 'This time cannot be booked; choose another.', ''],
  'day-not-known': [
    409,
    '{day|这一天}放不放假还没有公布，不能约。请选前面的日子。',
    'It is not known yet whether this is a working day; choose an earlier one.',
    '',
  ],
  'slot-over': [409, '{when|这个时间}已经过了。请选后面的时间。', 'This time is over; choose a later one.', ''],
  'slot-full': [409, '{when|这个时间}刚约满。请换个时间。', 'This time is full; choose another.', ''],
  'booked-that-day': [
    409,
    '这个手机号{day|这一天}已经约过了。请用预约码查。',
    'This phone number has an appointment on {day|that day} already.',
    '',
  ],
  'booking-blocked': [
    409,
    '约了几次都没来，{free|过些天}起才能再约。可以直接来大厅取号。',
    'Too many missed appointments; you may book again from {free|some days later} on, or come and take a number.',
    '',
  ],
  'booked-enough': [
    429,
    '今天在这里约得太多了，请明天再约，或直接来大厅取号。',
    'Too many bookings from here today; try tomorrow, or come and take a number.',
    '',
  ],
  'code-taken': [409, '这个预约码已经有了。', 'This code is in use already.', ''],
  'unknown-code': [404, '没有这个预约码。请再看一眼数字。', 'There is no such appointment code; check the digits.', ''],
  'code-used': [
    409,
    '这个预约码已经{used|用过或取消了}，不能再用。',
    'This code was {used|used or cancelled} already.',
    '',
  ],
  'appointment-released': [
    409,
    '{when|这个时间}的预约没有按时确认，位置已经放开了。请重新预约，或直接来大厅取号。',
    'The appointment {when|you made} was not confirmed in time, so the place was given back; please book again, or take a number.',
    '',
  ],
  'confirm-first': [
    409,
    '{when|这个时间}的预约还没有确认。请{by|预约页面写的时间}以前在手机上确认，到时间再来。',
    'The appointment {when|you made} is not confirmed yet; please confirm it on your phone by {by|the time that its page tells}, then come.',
    '',
  ],
  'cancel-too-late': [
    409,
    '只能在{when|预约前}以前取消，现在太晚了。不来也请告诉咨询台。',
    'It is too late to cancel.',
    '',
  ],
  'appointment-other-day': [
    409,
    '这个预约是{when|别的日子}的，请那天再来。',
    'This appointment is {when|for another day}; please come then.',
    '',
  ],
  'appointment-early': [
    409,
    '来早了。请 {from|晚一点} 以后再来签到。',
    'You are early; please check in from {from|a little later} on.',
    '',
  ],
  'appointment-late': [
    409,
    '{clock|预约的时间} 的预约过了，{again|请重新取号}，或问引导员。',
    'The time of this appointment is over; {again|take a number} or ask a guide.',
    '',
  ],
} as const satisfies Record<string, RefusalWords>
