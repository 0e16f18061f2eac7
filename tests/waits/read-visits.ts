import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { ServedVisit } from '../../gateway/domain/waits/visit.ts'

/** Reads visits as kept in arrivals-first-8-days.csv.gz (columns by name; gzip or plain). */
export function readVisits(file: string): ServedVisit[] {
  const bytes = readFileSync(file)
  const [head = '', ...lines] = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
  const names = head.split(',')
  const place = (name: string) => {
    const at = names.indexOf(name)
    if (at < 0) throw new Error(`${file}: column ${name} is missing`)
    return at
  }
  const at = {
    office: place('office'),
    queue: place('queue_id'),
    day: place('date'),
    minute: place('minute_of_day'),
    ahead: place('ahead'),
    open: place('open_counters'),
    configured: place('configured_service_min'),
    wait: place('actual_wait_min'),
    intercall: place('recent_intercall_min'),
    les: place('LES_min'),
    hol: place('HOL_min'),
    called: place('current_number'),
  }
  return lines.map((line) => {
    const cells = line.split(',')
    const number = (column: number) =>
      cells[column] === '' || cells[column] === undefined ? Number.NaN : Number(cells[column])
    return {
      office: cells[at.office] ?? '',
      queueId: `${cells[at.office]}/${cells[at.queue]}`,
      day: cells[at.day] ?? '',
      minute: number(at.minute),
      ahead: number(at.ahead),
      openCounters: number(at.open),
      configuredMinutes: number(at.configured),
      wait: number(at.wait),
      recentIntercall: number(at.intercall),
      lastWait: number(at.les),
      headWait: number(at.hol),
      called: number(at.called),
    }
  })
}
