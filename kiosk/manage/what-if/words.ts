export const words = {
  title: '如果多开几个窗口',
  about: '从大厅现在的样子往后推到今天下班：正在等的、还会来的都算。推 5 遍取平均，不动真的队列。',
  queue: '队列',
  change: '窗口',
  more: (many: number): string => `多开 ${many} 个`,
  fewer: (many: number): string => `少开 ${many} 个`,
  from: '从几点起',
  ask: '推一推',
  loading: '正在读取队列……',
  reading: '读不到队列。请刷新页面再试。',
  failed: '没有推出来。请稍后再试。',
  now: '现在',
  queueWords: (name: string, waiting: number, open: number): string =>
    `${name} · ${waiting} 人等候 · ${open} 个窗口开着`,
  sentence: (queue: string, from: string, change: string, before: number | null, after: number | null): string =>
    `${queue} ${from}起${change}窗口 → ${after === null ? '到下班都叫不到人' : `十个人里有九个等候不超过 ${minutes(after)}`}，${before === null ? '不变的话到下班都叫不到人' : `不变是 ${minutes(before)}`}`,
  nobody: '今天余下没有人要等这个队列。',
  asIs: '不变',
  changed: '改了以后',
  open: '开着的窗口',
  half: '一半的人等候不超过',
  nine: '九成的人等候不超过',
  longest: '等候最久的',
  called: '叫到号的人',
  left: '下班还没叫到的',
  people: (many: number): string => `${many} 人`,
  counters: (many: number): string => `${many} 个`,
  basis: (waiting: number, expected: number): string => `现在等候 ${waiting} 人，今天预计还会来 ${expected} 人。`,
  which: (ids: readonly string[], opens: boolean): string =>
    ids.length === 0
      ? opens
        ? '没有空着的窗口可以开了。'
        : '没有开着的窗口可以关。'
      : `${opens ? '开' : '关'} ${ids.join('、')} 号窗口。`,
}
export const minutes = (value: number | null): string => (value === null ? '—' : `${Math.max(1, value)} 分钟`)
export const changeWords = (counters: number): string => (counters > 0 ? words.more(counters) : words.fewer(-counters))
