/** The command line of the gateway's own computer, as the log keeps who did something. */
export const COMMAND_LINE = 'command-line'

/** What acts by itself, as the log names it, in words; `public` is whoever showed no sign-in. */
export const programWords = {
  hall: '厅里自动',
  auto: '自动叫号',
  printer: '号票打印',
  life: '示例大厅',
  demo: '演示页',
  city: '市级平台',
  [COMMAND_LINE]: '本机命令行',
  public: '没有登录的人',
} as const
export type Program = keyof typeof programWords

const kindWords: Record<string, (id: string) => string> = {
  staff: (id) => `工号 ${id}`,
  terminal: (id) => `终端 ${id}`,
  screen: (id) => `综合屏 ${id}`,
  strip: (id) => `窗口屏 ${id}`,
  panel: (id) => `LED 屏 ${id}`,
  tablet: (id) => `评价平板 ${id}`,
  rating: (id) => `${id} 号窗口的评价器`,
  pad: (id) => `叫号器 ${id}`,
  scanner: (id) => `${id} 终端的扫码口`,
}

/** Who did something, as the log keeps it, in words for the people of the hall: `staff 0327` is 工号 0327. What has a name keeps it. */
export function actorWords(actor: string): string {
  if (actor in programWords) return programWords[actor as Program]
  if (actor === 'visitor' || actor === 'phone') return '群众'
  const [, kind = '', id = ''] = /^([a-z]+) (\S+)$/.exec(actor) ?? []
  return kindWords[kind]?.(id) ?? actor
}
