import type { RefusalWords } from './refusal-words.ts'

/** Of the help desk: questions, and errands that guides take care of. */
export const deskRefusals = {
  'consultation-empty': [422, '写一句问的是什么，或者选一个事项。', 'Write what was asked, or choose a matter.', ''],
  'consultation-to-whom': [
    422,
    '转给别人就选转给谁；自己答复就不选。',
    'Say to whom it is handed on; to nobody when it is answered here.',
    '',
  ],
  'consultation-over': [409, '这件咨询已经答复了。', 'This question was answered already.', ''],
  'errand-over': [409, '这件帮办已经办完或者不在了。', 'This errand is over.', ''],
  'errand-full': [
    409,
    '{code|这件帮办}已经有 12 件事了，请另开一件。',
    '{code|This errand} has 12 matters; open another one.',
    '',
  ],
  'errand-has-number': [
    409,
    '{number|这个号}已经在{code|另一件帮办}里了。',
    '{number|This number} is part of {code|another errand} already.',
    '',
  ],
} as const satisfies Record<string, RefusalWords>
