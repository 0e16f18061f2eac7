const said: Record<string, string> = {
  'ticket-called': '叫了',
  'ticket-recalled': '重呼了',
  'ticket-served': '开始办理',
  'ticket-finished': '办结了',
  'ticket-missed': '过号了',
  'ticket-held': '挂起了',
  'ticket-resumed': '回呼了',
  'ticket-transferred': '转走了',
  'leg-left': '办完一步',
  'legs-dropped': '后面不办了',
}

/** What the last step was: 过号了 A037. */
export const undoWords = (step: string, number: string): string => `${said[step] ?? '上一步'} ${number}`
