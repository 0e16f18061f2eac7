import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { findVoice } from '../../gateway/speech/find-voice.ts'
import { openSpeech } from '../../gateway/speech/open-speech.ts'
import { runVoice } from '../../gateway/speech/run-voice.ts'
import { spokenText } from '../../gateway/speech/spoken-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'voice-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
function program(name: string, lines: string): string {
  const file = join(folder, name)
  writeFileSync(file, `#!/bin/sh\n${lines}\n`)
  chmodSync(file, 0o755)
  return file
}
const wave = (length: number): Buffer => Buffer.concat([Buffer.from('RIFF....WAVE', 'latin1'), Buffer.alloc(length)])

test('AL3 the voice is espeak-ng where it is installed, a program of the hall, or none', () => {
  program('espeak-ng', 'exit 0')
  const own = program('own', 'exit 0')
  expect(findVoice('', `/nowhere:${folder}`)?.program).toBe(join(folder, 'espeak-ng'))
  expect(findVoice('', '/nowhere')).toBeNull()
  expect(findVoice('off', folder)).toBeNull()
  expect(findVoice(own, '')?.argumentsFor('en')).toEqual(['en'])
  expect(findVoice('/nowhere/at-all', folder)).toBeNull()
})

test('AL8 a text is one line of plain signs; markup stays a text, and nothing else goes through', () => {
  expect(spokenText('请带 身份证\n原件')).toBe('请带 身份证 原件')
  expect(spokenText('<speak>你好</speak>')).toBe('<speak>你好</speak>')
  for (const bad of ['', '   ', '，。', 'a\u0000b', '\u001b[31m', '\ue000字', 'a\u202eb'])
    expect(spokenText(bad)).toBeNull()
})

test('AL8 the text goes in as text and never as an argument', async () => {
  const file = program('listens', `cat > ${folder}/heard; echo "$@" > ${folder}/args; cat ${folder}/sound`)
  writeFileSync(join(folder, 'sound'), wave(100))
  const voice = { program: file, argumentsFor: () => ['--stdin'] }
  expect(await runVoice(voice, 'zh-Hans', '-w /tmp/x; $(id)')).toHaveLength(112)
  expect(readFileSync(join(folder, 'heard'), 'utf8')).toBe('-w /tmp/x; $(id)')
  expect(readFileSync(join(folder, 'args'), 'utf8').trim()).toBe('--stdin')
})

test('AL8 a program that fails, says no sound, or says too much is no voice', async () => {
  const run = (lines: string, name: string): Promise<Buffer | null> =>
    runVoice({ program: program(name, lines), argumentsFor: () => [] }, 'en', 'hello')
  expect(await run('exit 1', 'fails')).toBeNull()
  expect(await run('echo hello', 'chats')).toBeNull()
  writeFileSync(join(folder, 'head'), 'RIFF....WAVE')
  expect(await run(`cat ${folder}/head; head -c 6000000 /dev/zero`, 'floods')).toBeNull()
  expect(await runVoice({ program: '/nowhere', argumentsFor: () => [] }, 'en', 'hello')).toBeNull()
})

test('AL8 texts are spoken one after the other; more than a dozen that wait are told so', async () => {
  let running = 0
  let most = 0
  const speech = openSpeech(async () => {
    running += 1
    most = Math.max(most, running)
    await new Promise((done) => setImmediate(done))
    running -= 1
    return wave(100)
  })
  const said = await Promise.all(Array.from({ length: 30 }, (_, nth) => speech.say('en', `text ${nth}`)))
  expect(most).toBe(1)
  expect(said.filter(({ ok }) => ok).length).toBe(13)
  expect(said.filter((one) => !one.ok && one.code === 'voice-busy').length).toBe(17)
})

test('AL8 what was lately spoken is not spoken again, and what is kept stays under 6 MB', async () => {
  const run = vi.fn(async () => wave(2 * 1024 ** 2))
  const speech = openSpeech(run)
  await speech.say('zh-Hans', '一')
  await speech.say('zh-Hans', '一')
  expect(run).toHaveBeenCalledTimes(1)
  // Two of 2 MB and their heads fit beside each other; the third drives out the one that was heard longest ago.
  for (const text of ['二', '三']) await speech.say('zh-Hans', text)
  await speech.say('zh-Hans', '一')
  expect(run).toHaveBeenCalledTimes(4)
  await speech.say('zh-Hans', '三')
  expect(run).toHaveBeenCalledTimes(4)
})

test('AL3 where no program is installed the gateway says so', async () => {
  expect(await openSpeech(null).say('zh-Hans', '你好')).toEqual({ ok: false, code: 'no-voice' })
  expect(await openSpeech(async () => null).say('zh-Hans', '你好')).toEqual({ ok: false, code: 'no-voice' })
  expect(await openSpeech(null).say('zh-Hans', '\u0007')).toEqual({ ok: false, code: 'not-understood' })
})
