/** Who did something, as the log keeps it, in words for the people of the hall: `staff 0327` is 工号 0327. What has a name keeps it. */
export function actorWords(actor: string): string {
  const [, kind = '', id = ''] = /^(staff|terminal|screen|strip|panel|tablet) (\S+)$/.exec(actor) ?? []
  const words: Record<string, string> = {
    staff: '工号',
    terminal: '终端',
    screen: '综合屏',
    strip: '窗口屏',
    panel: 'LED 屏',
    tablet: '评价平板',
  }
  return kind === '' ? actor : `${words[kind] ?? ''} ${id}`
}
