import type { HallReport } from '../domain/simulation/hall-report.ts'

/** The report of a simulation as people read it. */
export function reportLines(report: HallReport): string[] {
  const { waits, load, shown } = report
  const row = (name: string, { n, p50, p90, p99 }: { n: number; p50: number; p90: number; p99: number }): string =>
    `${wide(name, 26)}${String(n).padStart(7)}${p50.toFixed(1).padStart(8)}${p90.toFixed(1).padStart(8)}${p99.toFixed(1).padStart(8)}`
  return [
    `取号 ${report.tickets}，办结 ${report.finished}，过号 ${report.missed} 次，取消 ${report.cancelled}，作废 ${report.expired}`,
    `窗口 ${load.counters} 个，平均忙 ${Math.round(load.mean * 100)}%，最忙 ${Math.round(load.highest * 100)}%`,
    '',
    `${wide('等候（分钟）', 26)}${'   人数'.padStart(5)}${'p50'.padStart(8)}${'p90'.padStart(8)}${'p99'.padStart(8)}`,
    row('全部', waits.all),
    row('普通', waits.ordinary),
    row('优先', waits.priority),
    ...report.byQueue.map((queue) => row(`${queue.queueId} ${queue.name}`, queue)),
    '',
    `取号时显示的等候：${shown.n} 张，平均差 ${shown.mae} 分钟，${Math.round(shown.coverage80 * 100)}% 落在显示的范围里，范围一半不宽于 ${shown.medianWidth} 分钟（平均 ${shown.width80}），比设定的分钟数准 ${Math.round(shown.skill * 100)}%`,
    `  第一个小时：${shown.firstHour.n} 张，${Math.round(shown.firstHour.coverage80 * 100)}% 落在范围里，范围一半不宽于 ${shown.firstHour.medianWidth} 分钟，比设定的分钟数准 ${Math.round(shown.firstHour.skill * 100)}%`,
    `  按位次估 ${shown.maePlace} 分钟，按叫号规则往后推 ${shown.maeReplay} 分钟`,
    ...(shown.nShared > 0
      ? [
          `  共用窗口的队列（${shown.nShared} 张）：按位次估 ${shown.maePlaceShared} 分钟，往后推 ${shown.maeReplayShared} 分钟`,
        ]
      : []),
  ]
}

/** Pads to columns on a terminal, where a Chinese character takes two. */
function wide(text: string, columns: number): string {
  const width = [...text].reduce((sum, one) => sum + ((one.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0)
  return text + ' '.repeat(Math.max(0, columns - width))
}
