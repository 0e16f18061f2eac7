import { lineRefusals } from './line-refusals.ts'
import { detailWords } from './refusal-details.ts'

/** Every "no" that the gateway says: its HTTP status and its words. The list is closed; pages show `message`, scripts read the code. */
export const refusals = {
  'not-understood': [
    400,
    '没看懂这个请求，请检查内容后再试。',
    'The request was not understood; check it and try again.',
    '',
  ],
  'not-signed-in': [401, '请先登录。', 'Please sign in first.', ''],
  'not-allowed': [403, '您的岗位不能做这件事。', 'Your role may not do this.', ''],
  'foreign-host': [
    421,
    '这里不认识 {host|这} 这个名字。请管理员在 hall.yaml 里把 publicUrl 写成大厅的网址，再重新启动。',
    'This gateway is not known as {host|that}; its operator should set publicUrl in hall.yaml to the address of the hall and start it anew.',
    '',
  ],
  'not-found': [404, '没有这个地址。', 'There is nothing at this address.', ''],
  'too-large': [413, '内容太大了，请缩短后再发。', 'The content is too large; shorten it.', ''],
  'too-many': [429, '请求太频繁，请稍等再试。', 'Too many requests; wait a moment.', ''],
  ...lineRefusals,
  'cannot-write': [
    503,
    '{why|暂时记不下来}，请到咨询台。已取的号都还在。',
    'Nothing can be recorded right now; please go to the help desk.',
    '',
  ],
  'unknown-matter': [422, '没有这个事项。', 'There is no such matter.', ''],
  'unknown-queue': [422, '没有这个队列。', 'There is no such queue.', ''],
  'unknown-counter': [404, '没有这个窗口。', 'There is no such counter.', ''],
  'unknown-terminal': [422, '没有这台终端。', 'There is no such terminal.', ''],
  'unknown-ticket': [404, '没有找到这个号。', 'There is no such number.', ''],
  'unknown-case': [
    404,
    '没有查到。请核对编号（或查询码）和证件后四位，或到咨询台问。',
    'Not found; check the receipt and the last four characters, or ask the help desk.',
    '',
  ],
  'too-many-guesses': [
    429,
    '试的次数太多了，请过一会儿再查，或到咨询台问。',
    'Too many tries; try again later or ask the help desk.',
    '',
  ],
  'no-reader': [
    409,
    '这台终端现在不能读身份证。请直接取号。',
    'No ID card can be read here now; take a number without.',
    '',
  ],
  'card-not-read': [
    409,
    '没有读到身份证。请再放一次，或直接取号。',
    'The card was not read; lay it on again, or take a number without.',
    '',
  ],
  'unknown-pad': [404, '大厅文件里没有这个叫号器。', 'The hall folder has no such pad.', ''],
  'nobody-to-rate': [409, '刚才没有办完的号可以评价。', 'Nobody was served here just now.', ''],
  'unknown-device': [404, '大厅里没有这台设备。', 'The hall has no such device.', ''],
  'unknown-printer': [422, '没有这台打印机。', 'There is no such printer.', ''],
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
  'unknown-catalogue': [422, '没有找到要导入的事项文件。', 'The catalogue to import is not there.', ''],
  'file-not-read': [422, '{reason}', 'This file could not be read: {reason}', ''],
  'not-played': [503, '没有推完，请过一会儿再试。', 'It could not be played to the end; try again later.', ''],
  'unknown-plan': [404, '这个文件上传太久了，请重新上传。', 'The file was uploaded too long ago; upload it again.', ''],
  'no-import-to-undo': [409, '没有可以撤销的导入。', 'There is no import to undo.', ''],
  'hall-closed': [
    409,
    '现在不取号。请{back|在办公时间}再来。',
    'No numbers now; please come back {back|during opening hours}.',
    '',
  ],
  'queue-closed': [
    409,
    '这个队列现在不取号。请{back|在办公时间}再来。',
    'No numbers for this queue now; please come back {back|during opening hours}.',
    '',
  ],
  'quota-full': [
    409,
    '这个队列的号发完了。请{back|在办公时间}再来，或问引导员。',
    'All numbers of this queue are given; please come back {back|during opening hours} or ask a guide.',
    '',
  ],
  'nobody-waiting': [409, '现在没有人在等。', 'Nobody is waiting.', ''],
  'counter-closed': [409, '窗口还没打开，请先打开窗口。', 'The counter is closed; open it first.', ''],
  'counter-paused': [409, '窗口暂停中，请先恢复。', 'The counter is paused; resume it first.', ''],
  'counter-busy': [409, '这个窗口还有{ticket|号}没办完。', 'This counter still has {ticket|a number}.', ''],
  'counter-has-no-ticket': [409, '这个窗口现在没有号。', 'This counter has no number now.', ''],
  'ticket-elsewhere': [
    409,
    '{ticket|这个号}已经在{counter|别的窗口}。',
    '{ticket|This number} is at {counter|another counter}.',
    '',
  ],
  'wrong-state': [
    409,
    '{ticket|这个号}{state|的情况变了}，不能这样操作。',
    'This cannot be done with {ticket|the number} now.',
    '',
  ],
  'missed-too-long': [
    409,
    '过号太久了，{again|请重新取号}。',
    'The number was missed too long ago; please {again|take a new one}.',
    '',
  ],
  'nothing-to-undo': [
    409,
    '没有可以撤销的操作，或者已经过了撤销时间。',
    'There is nothing to undo, or it is too late.',
    '',
  ],
  'moved-on': [
    409,
    '{ticket|这个号}之后又有人操作过，不能撤销。',
    'Somebody has handled {ticket|this number} since; it cannot be undone.',
    '',
  ],
  'recalled-enough': [
    409,
    '{ticket|这个号}已经叫够次数了，可以按过号。',
    '{ticket|It} has been called often enough; mark it as missed.',
    '',
  ],
  'slip-in-work': [409, '号票正在打印，请稍等。', 'The slip is being printed.', ''],
  'no-printer': [409, '这里没有打印机，请到咨询台补打。', 'There is no printer here; ask the help desk.', ''],
  'unknown-screen': [422, '没有这块屏。', 'There is no such screen.', ''],
  'unknown-layout': [422, '没有这个版式。', 'There is no such layout.', ''],
  'unknown-announcement': [422, '没有这条广播。', 'There is no such announcement.', ''],
  'slot-not-filled': [
    422,
    '广播里还有没填好的地方，请补上。',
    'The announcement has a blank that is not filled in.',
    '',
  ],
  'announced-already': [409, '同样的广播刚刚播过，等它播完再播。', 'The same announcement is still being made.', ''],
  'booking-off': [
    404,
    '这个大厅现在不能预约。请直接来取号。',
    'Appointments are not offered here; please come and take a number.',
    '',
  ],
  'slot-not-offered': [422, '这个时间不能约。请换一天或换个时间。', 'This time cannot be booked; choose another.', ''],
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
  duplicate: [
    409,
    '您在这里已经有一个号 {number}，请用那个号。',
    'You hold a number here already: {number}; please use that one.',
    '',
  ],
  'unknown-flow': [422, '没有这件“一件事”。', 'There is no such bundle of matters.', ''],
  'no-next-leg': [409, '后面没有别的步骤了。', 'There is no further step.', ''],
  'no-emergency': [409, '现在没有紧急插播。', 'There is no emergency now.', ''],
  'real-emergency': [409, '正在紧急插播，先解除再演练。', 'There is a real emergency; lift it before a drill.', ''],
  'calls-paused': [
    409,
    '正在紧急插播，叫号暂停。解除后再叫。',
    'An emergency holds; calls go on when it is lifted.',
    '',
  ],
  'unknown-notice': [404, '没有这条公告。', 'There is no such notice.', ''],
  'unknown-target': [422, '大厅里没有这块屏或这个地方。', 'The hall has no such place or device.', ''],
  'notice-needs-file': [
    422,
    '图片、视频、文件要先上传；文字公告不带文件。',
    'Upload the file first; a text notice has none.',
    '',
  ],
  'unknown-media': [
    422,
    '这个文件没有上传到这里，请重新上传。',
    'This file was not uploaded here; upload it again.',
    '',
  ],
  'media-other-kind': [
    422,
    '图片写成了视频，或视频写成了图片，请重新上传。',
    'The file is a film and the notice says picture, or the other way round.',
    '',
  ],
  'notice-times': [422, '结束时间要晚于开始时间，也要晚于现在。', 'It must end after its start, and after now.', ''],
  'notice-approved': [409, '这条公告已批准，请主管来改。', 'It is approved; a supervisor may change it.', ''],
  'notice-not-submitted': [409, '这条公告还没有送审。', 'It has not been submitted yet.', ''],
  'notice-withdrawn': [409, '这条公告已撤下，请另写一条。', 'It is withdrawn; write a new one.', ''],
  'not-an-alert': [422, '这不是 CAP 1.2 预警，没有收下。', 'This is no CAP 1.2 alert.', ''],
  'alert-not-signed': [
    403,
    '预警没有本厅认可的签名，没有收下。',
    'The alert is not signed by a source that this hall lists.',
    '',
  ],
  'media-unknown': [
    415,
    '只收图片（PNG、JPEG、WebP）、PDF 和视频（MP4、WebM）。',
    'Only PNG, JPEG, WebP, PDF, MP4 and WebM are taken.',
    '',
  ],
  'media-unreadable': [
    422,
    '这个文件打不开。请另存一份再上传。',
    'The file cannot be opened; save it anew and upload it again.',
    '',
  ],
  'media-too-many-pixels': [
    413,
    '图片太大了。请缩小到 4000 万像素以内。',
    'The picture has too many pixels (40 million at most).',
    '',
  ],
  'media-full': [507, '放文件的地方满了，请联系管理员。', 'There is no more room for files.', ''],
  'notices-full': [409, '公告太多了，请先撤下旧的。', 'Too many notices; withdraw old ones first.', ''],
  'already-so': [409, '已经是这样了。', 'It is so already.', ''],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string, mn: string]>

export type RefusalCode = keyof typeof refusals
export type Language = 'zh-Hans' | 'en' | 'mn-Mong'

export const statusOf = (code: RefusalCode): number => refusals[code][0]

/**
 * The sentence of a refusal with what its details tell, as `{key}` or `{key|words when it is not told}`. Mongolian words that no
 * reviewer has confirmed are left empty and shown in Chinese (ACCESSIBILITY, Wording).
 */
export function wordsOf(code: RefusalCode, language: Language = 'zh-Hans', details: unknown = {}): string {
  const [, zh, en, mn] = refusals[code]
  const isEnglish = language === 'en'
  const told = detailWords(details, isEnglish)
  const sentence = isEnglish ? en : language === 'mn-Mong' && mn !== '' ? mn : zh
  return sentence.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, key: string, untold = '') => told[key] ?? untold)
}
