/** What a button on a counter means. `rate-5` is 非常满意. */
export const padButtons = [
  'next',
  'recall',
  'missed',
  'finish',
  'pause',
  'open',
  'rate-5',
  'rate-4',
  'rate-3',
  'rate-2',
  'rate-1',
] as const
