import type { Hall } from '../contract/hall.ts'
import { LEAST_PANEL_MM } from '../contract/terminal-panel.ts'

/** What holds and should be known all the same. */
export function settingHints({ queues, counters, hours, floors, terminals, publicUrl, cameras }: Hall): string[] {
  const hints: string[] = []
  for (const { id, name, minutes, quota } of queues) {
    const serving = counters.filter((one) => one.queues.includes(id)).length
    for (const { from, to, most } of quota?.slots ?? []) {
      const [start = 0, end = 0] = [from, to].map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)))
      const may = Math.floor(((end - start) / minutes) * serving)
      if (most < 9_999 && most > may)
        hints.push(
          `${id} ${name}：${from} 到 ${to} 放 ${most} 张，${serving} 个窗口大约办 ${may} 件，后面的人会越等越久。`,
        )
    }
  }
  for (const { zones } of floors)
    for (const zone of zones) {
      const here = counters.filter((one) => one.zone === zone.id)
      if (here.length > 0 && !here.some(({ accessible }) => accessible))
        hints.push(`分区 ${zone.id} 没有无障碍窗口，坐轮椅的人不好办。`)
    }
  const open = cameras.servers.filter((server) => server.startsWith('http:'))
  if (publicUrl?.startsWith('https:') && open.length > 0)
    hints.push(`网页走 https，浏览器不会放 ${open.join('、')} 的画面。请让那台服务器也走 https。`)
  for (const { id, panel } of terminals)
    if (panel.heightMm < LEAST_PANEL_MM)
      hints.push(
        `终端 ${id} 的屏写的是 ${panel.heightMm} 毫米高。竖着用要有 ${LEAST_PANEL_MM} 毫米（约 21 寸），不然小字老人看不清。`,
      )
  if (hours.lastTicket === hours.close) hints.push('最后取号和关门是同一时间，最后取号的人可能办不上。')
  return hints
}
