/** Every "no" that the gateway says: its HTTP status and its words. The list is closed; pages show `message`, scripts read the code. */
export const refusals = {
  'not-understood': [400, '没看懂这个请求，请检查内容后再试。', 'The request was not understood; check it and try again.', ''],
  'not-signed-in': [401, '请先登录。', 'Please sign in first.', ''],
  'not-allowed': [403, '您的岗位不能做这件事。', 'Your role may not do this.', ''],
  'not-found': [404, '没有这个地址。', 'There is nothing at this address.', ''],
  'too-large': [413, '内容太大了，请缩短后再发。', 'The content is too large; shorten it.', ''],
  'too-many': [429, '请求太频繁，请稍等再试。', 'Too many requests; wait a moment.', ''],
  'cannot-write': [503, '暂时记不下来，请到咨询台。已取的号都还在。', 'Nothing can be recorded right now; please go to the help desk.', ''],
  'unknown-matter': [422, '没有这个事项。', 'There is no such matter.', ''],
  'unknown-queue': [422, '没有这个队列。', 'There is no such queue.', ''],
  'unknown-counter': [404, '没有这个窗口。', 'There is no such counter.', ''],
  'unknown-terminal': [422, '没有这台终端。', 'There is no such terminal.', ''],
  'unknown-ticket': [404, '没有找到这个号。', 'There is no such number.', ''],
  'unknown-printer': [422, '没有这台打印机。', 'There is no such printer.', ''],
  'not-at-counter': [409, '这件事不在窗口办，请问引导员。', 'This matter is not handled at a counter here.', ''],
  'hall-closed': [409, '今天已停止取号，请在办公时间再来。', 'No more numbers today; please come back during opening hours.', ''],
  'nobody-waiting': [409, '现在没有人在等。', 'Nobody is waiting.', ''],
  'counter-closed': [409, '窗口还没打开，请先打开窗口。', 'The counter is closed; open it first.', ''],
  'counter-paused': [409, '窗口暂停中，请先恢复。', 'The counter is paused; resume it first.', ''],
  'counter-busy': [409, '这个窗口还有号没办完。', 'This counter still has a number.', ''],
  'counter-has-no-ticket': [409, '这个窗口现在没有号。', 'This counter has no number now.', ''],
  'ticket-elsewhere': [409, '这个号已经在别的窗口。', 'Another counter has this number.', ''],
  'wrong-state': [409, '这个号现在不能这样操作。', 'This cannot be done with the number now.', ''],
  'missed-too-long': [409, '过号太久了，请重新取号。', 'The number was missed too long ago; take a new one.', ''],
  'recalled-enough': [409, '已经叫够次数了，可以按过号。', 'It has been called often enough; mark it as missed.', ''],
  'slip-in-work': [409, '号票正在打印，请稍等。', 'The slip is being printed.', ''],
  'no-printer': [409, '这里没有打印机，请到咨询台补打。', 'There is no printer here; ask the help desk.', ''],
  'unknown-screen': [422, '没有这块屏。', 'There is no such screen.', ''],
  'unknown-layout': [422, '没有这个版式。', 'There is no such layout.', ''],
  'unknown-announcement': [422, '没有这条广播。', 'There is no such announcement.', ''],
  'slot-not-filled': [422, '广播里还有没填好的地方，请补上。', 'The announcement has a blank that is not filled in.', ''],
  'announced-already': [409, '同样的广播刚刚播过，等它播完再播。', 'The same announcement is still being made.', ''],
  'already-so': [409, '已经是这样了。', 'It is so already.', ''],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string, mn: string]>

export type RefusalCode = keyof typeof refusals
export type Language = 'zh-Hans' | 'en' | 'mn-Mong'

export const statusOf = (code: RefusalCode): number => refusals[code][0]

/** Mongolian words that no reviewer has confirmed are left empty and shown in Chinese (ACCESSIBILITY, Wording). */
export function wordsOf(code: RefusalCode, language: Language = 'zh-Hans'): string {
  const [, zh, en, mn] = refusals[code]
  return language === 'en' ? en : language === 'mn-Mong' && mn !== '' ? mn : zh
}
