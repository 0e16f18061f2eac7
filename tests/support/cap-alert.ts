/** When `cap` was sent. */
export const SENT = '2026-03-18T09:58:00+08:00'
export interface Cap {
  id?: string
  status?: string
  type?: string
  severity?: string
  references?: string
  expires?: string
}
/** A rainstorm warning in CAP 1.2, in Chinese and English. */
export const cap = ({
  id = 'A1',
  status = 'Actual',
  type = 'Alert',
  severity = 'Severe',
  references = '',
  expires = '2026-03-18T12:00:00+08:00',
}: Cap = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${id}</identifier><sender>warn@example.cn</sender><sent>${SENT}</sent>
<status>${status}</status><msgType>${type}</msgType><scope>Public</scope>${references === '' ? '' : `<references>${references}</references>`}
<info><language>zh-CN</language><category>Met</category><event>暴雨红色预警</event><urgency>Immediate</urgency><severity>${severity}</severity><certainty>Observed</certainty>
<expires>${expires}</expires><headline>暴雨红色预警</headline><instruction>请留在楼内。不要去地下车库。</instruction></info>
<info><language>en-US</language><event>Rainstorm</event><severity>${severity}</severity><headline>Red rainstorm warning</headline></info></alert>`
