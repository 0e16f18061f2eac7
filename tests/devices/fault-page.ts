import type { FaultRow } from './faults/fault-row.ts'

const papers = { printed: '照常出', waits: '等着，好了自己出一张', asked: '说不清，等人决定补不补' } as const
const cell = (text: string): string => text.replaceAll('|', '\\|')

/** docs/faults.md, from the rows that the tests run. */
export function faultPage(rows: readonly FaultRow[]): string {
  const lines = rows.map(({ fault, device, board, todo, citizen, slipCard, clerk, paper }) => {
    const guide = [todo ?? (board.state === 'ok' ? '板上一直正常' : `板上写着：${board.word}`), slipCard]
      .filter((one) => one !== null)
      .join('<br>号票卡：')
    return `| ${[device, fault, board.word, citizen, clerk, guide, paper === null ? '—' : papers[paper.is]].map(cell).join(' | ')} |`
  })
  return [
    '# 设备故障一览',
    '',
    '每一行都是一个测试（tests/devices/faults/），字照屏上的写。哪一行都一样：号不丢，号票不丢也不重，别的设备不慢 0.1 秒以上。',
    '',
    '改了表就运行 `TINGSHI_LONG=1 TINGSHI_WRITE=1 npx vitest run tests/devices/fault-table.long.test.ts`，这一页会跟着改。',
    '',
    '| 设备 | 故障 | 板上的字 | 群众在终端上看到 | 窗口 | 咨询台看到 | 号票 |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    '| 任何设备 | 编号写了两次 | 不启动 | — | — | 启动前 `tingshi check` 就说哪个文件哪一行：打印机编号 PR1 写了两次，请改成不同的。 | — |',
    '',
  ].join('\n')
}
