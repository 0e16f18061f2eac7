import { tinyHallModel } from '../support/tiny-hall.ts'
import { readAt } from '../support/read-view.ts'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignedXml } from 'xml-crypto'
import { expect, test } from 'vitest'
import { hasDoctype, readCap } from '../../gateway/alerts/read-cap.ts'
import { signedPart } from '../../gateway/alerts/signed-part.ts'
import { command } from '../../gateway/contract/commands.ts'
import { emergencyShown } from '../../gateway/views/emergency-view.ts'
import { type LooseCommand, type Story, given } from '../support/given.ts'

const START = Date.UTC(2026, 2, 18, 2, 0)
const sent = '2026-03-18T09:58:00+08:00'
interface Cap {
  id?: string
  status?: string
  type?: string
  severity?: string
  references?: string
  expires?: string
}
const cap = ({
  id = 'A1',
  status = 'Actual',
  type = 'Alert',
  severity = 'Severe',
  references = '',
  expires = '2026-03-18T12:00:00+08:00',
}: Cap = {}): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${id}</identifier><sender>warn@example.cn</sender><sent>${sent}</sent>
<status>${status}</status><msgType>${type}</msgType><scope>Public</scope>${references === '' ? '' : `<references>${references}</references>`}
<info><language>zh-CN</language><category>Met</category><event>暴雨红色预警</event><urgency>Immediate</urgency><severity>${severity}</severity><certainty>Observed</certainty>
<expires>${expires}</expires><headline>暴雨红色预警</headline><instruction>请留在楼内。不要去地下车库。</instruction></info>
<info><language>en-US</language><event>Rainstorm</event><severity>${severity}</severity><headline>Red rainstorm warning</headline></info></alert>`
const read = (parts?: Cap): LooseCommand => {
  const alert = readCap(cap(parts))
  if (!alert) throw new Error('not read')
  return alert
}
const reference = (id: string): string => `warn@example.cn,${id},${sent}`
const shown = (story: Story): string | undefined =>
  emergencyShown(readAt(tinyHallModel(), story.state, START + 1000))?.title
const notices = (story: Story): string[] =>
  [...story.state.notices.byId.values()].filter(({ step }) => step === 'approved').map(({ body }) => body.text)

test('NA1 Severe takes over the hall until it expires, less is a notice', () => {
  const story = given().when(read()).accepted('alert-received', 'emergency-raised')
  expect(story.state.emergency.raised).toMatchObject({
    title: '暴雨红色预警',
    titleEn: 'Red rainstorm warning',
    lines: ['请留在楼内', '不要去地下车库'],
    until: Date.UTC(2026, 2, 18, 4, 0),
  })
  const minor = given()
    .when(read({ severity: 'Moderate' }))
    .accepted('alert-received', 'notice-drafted', 'notice-submitted', 'notice-approved')
  expect([shown(minor), notices(minor)]).toEqual([undefined, ['暴雨红色预警。请留在楼内。不要去地下车库。']])
  const old = given()
    .when(read({ expires: '2026-03-18T09:59:00+08:00' }))
    .accepted('alert-received')
  expect(shown(old)).toBeUndefined()
  const own: LooseCommand = { type: 'raise-emergency', title: '请马上离开大厅' }
  expect(shown(given().when(own).when(read()))).toBe('请马上离开大厅')
})

test('NA2 Update replaces and Cancel ends what the same sender said', () => {
  const story = given().when(read())
  story.when(read({ id: 'A2', type: 'Update', severity: 'Minor', references: reference('A1') }))
  expect([shown(story), notices(story).length]).toEqual([undefined, 1])
  story
    .when(read({ id: 'A3', type: 'Cancel', references: reference('A2') }))
    .accepted('alert-received', 'notice-withdrawn')
  expect(notices(story)).toEqual([])
  const other = readCap(cap({ id: 'A4', type: 'Cancel', references: reference('A1') }).replace('warn@', 'else@'))
  if (!other) throw new Error('not read')
  expect(shown(given().when(read()).when(other))).toBe('暴雨红色预警')
})

test('NA3 Exercise is a drill, Test is recorded and shown nowhere', () => {
  const drill = given().when(read({ status: 'Exercise' }))
  expect(shown(drill)).toContain('演练')
  expect(shown(drill.when(read({ id: 'A2' })))).toBe('暴雨红色预警')
  for (const status of ['Test', 'System', 'Draft']) {
    const story = given().when(read({ status })).accepted('alert-received')
    expect(shown(story)).toBeUndefined()
  }
})

test('NA3 what is not public is recorded and shown nowhere', () => {
  for (const scope of ['Restricted', 'Private']) {
    const alert = readCap(cap().replace('<scope>Public', `<scope>${scope}`))
    if (!alert) throw new Error('not read')
    expect(shown(given().when(alert).accepted('alert-received'))).toBeUndefined()
  }
})
test('NA1 of several warnings in one message the gravest is told', () => {
  const minor =
    '<info><language>zh-CN</language><event>大风</event><severity>Minor</severity><headline>大风蓝色预警</headline></info>'
  const alert = readCap(cap().replace('<info>', `${minor}<info>`))
  expect(alert).toMatchObject({ title: '暴雨红色预警', severity: 'Severe', titleEn: 'Red rainstorm warning' })
})

test('NA4 a document type is refused unread; so is what is not CAP 1.2', () => {
  const bomb = cap().replace('<alert', '<!DOCTYPE alert [<!ENTITY x SYSTEM "file:///etc/passwd">]><alert')
  expect([hasDoctype(bomb), readCap(bomb)]).toEqual([true, null])
  expect(readCap(cap().replace('cap:1.2', 'cap:1.1'))).toBeNull()
  expect(readCap(cap().replace('<status>Actual</status>', ''))).toBeNull()
  expect(readCap('<alert')).toBeNull()
})

test('NA5 only what a listed certificate signed is read; a changed or foreign one is not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tingshi-cap-'))
  const make = (name: string): { key: string; certificate: string } => {
    const [key, certificate] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)]
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-subj',
        `/CN=${name}`,
        '-days',
        '2',
        '-keyout',
        key,
        '-out',
        certificate,
      ],
      {
        stdio: 'ignore',
      },
    )
    return { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') }
  }
  const [ours, foreign] = [make('ours'), make('foreign')]
  const signer = new SignedXml({
    privateKey: ours.key,
    publicCert: ours.certificate,
    canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  })
  signer.addReference({
    xpath: '/*',
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    isEmptyUri: true,
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', 'http://www.w3.org/2001/10/xml-exc-c14n#'],
  })
  signer.computeSignature(cap())
  const signed = signer.getSignedXml()
  const part = signedPart(signed, [foreign.certificate, ours.certificate])
  expect(readCap(part ?? '')).toMatchObject({ title: '暴雨红色预警', severity: 'Severe' })
  expect(signedPart(signed, [foreign.certificate])).toBeNull()
  expect(signedPart(signed.replace('Severe', 'Minor'), [ours.certificate])).toBeNull()
  expect(signedPart(cap(), [ours.certificate])).toBeNull()
})

test('NA6 the same alert twice is one alert', () => {
  const story = given().when(read()).when({ type: 'lift-emergency' }).when(read()).accepted()
  expect(shown(story)).toBeUndefined()
})

test('NA7 no page can send an alert as a command', () => {
  expect(command.safeParse(read()).success).toBe(false)
})
