import writeXlsxFile from 'write-excel-file/node'
import type { AuditRow } from '../contract/audit.ts'
import { timeAt } from '../contract/hall-time.ts'
import { marked } from '../sheets/neutral-cell.ts'
import { topicNames } from './topic-names.ts'

/** The records as a workbook, the oldest first; no cell of it runs as a formula. */
export const recordsBook = (rows: readonly AuditRow[], timeZone: string): Promise<Buffer> =>
  writeXlsxFile([
    {
      sheet: '记录',
      data: [
        ['第几条', '时间', '谁', '做了什么', '类别'],
        ...rows.map(({ seq, at, actorName, sentence, topic }) => [
          seq,
          timeAt(at, timeZone),
          marked(actorName),
          marked(sentence.replace(/[‹›]/g, '')),
          topicNames[topic],
        ]),
      ],
    },
  ]).toBuffer()
