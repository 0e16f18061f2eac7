import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { announcementPhrase, phraseOf } from '../contract/voice/phrase.ts'
import type { Hall } from '../contract/hall.ts'
import type { Recordings } from './read-recordings.ts'

const sounds = resolve(import.meta.dirname, '../../assets/sounds')
const NAMED = 8

function shipped(language: string): string[] {
  try {
    return Object.keys(JSON.parse(readFileSync(resolve(sounds, language, 'manifest.json'), 'utf8')) as object)
  } catch {
    return []
  }
}

/** Clips that each language in use would need for every series, counter and announcement of this hall, and does not have. */
export function voiceGaps(hall: Hall, recordings: Recordings): Record<string, string[]> {
  const languages = new Set(
    hall.screens.filter(({ voice }) => voice).flatMap((screen) => screen.languages ?? hall.wall.sound.languages),
  )
  const chinese = new Set([...shipped('zh-Hans'), ...Object.keys(recordings['zh-Hans'] ?? {})])
  return Object.fromEntries(
    [...languages].map((language) => {
      const here = new Set([
        ...shipped(language),
        ...Object.keys(recordings[language] ?? {}),
        ...(chinese.has('chime') ? ['chime'] : []),
      ])
      const calls = [
        ...hall.queues.flatMap(({ series }) => phraseOf({ number: `${series}0123456789`, counterId: '1' }, language)),
        ...hall.counters.flatMap(({ id }) => phraseOf({ number: '0', counterId: id }, language)),
      ]
      const spoken = hall.announcements.flatMap(({ spoken: said, slots }) => [
        ...announcementPhrase(
          (said[language] ?? []).filter((part) => !part.startsWith('{')),
          language,
        ),
        // A choice without words of its own leaves the whole announcement unspoken by will.
        ...(said[language] === undefined
          ? []
          : Object.values(slots).flatMap((slot) =>
              slot.kind === 'choice' ? slot.choices.flatMap(({ clip }) => clip ?? []) : [],
            )),
      ])
      return [language, [...new Set([...calls, ...spoken])].filter((clip) => !here.has(clip))]
    }),
  )
}

/** A line for each sentence of the hall's emergencies that has no clip: it is shown, and instead of it 请看屏幕 is said. */
export function sayEmergencyGaps({ emergencies }: Pick<Hall, 'emergencies'>): string[] {
  const known = JSON.parse(readFileSync(resolve(sounds, 'zh-Hans/sentences.json'), 'utf8')) as Record<string, string>
  return emergencies.flatMap(({ name, title, lines }) =>
    [title, ...lines]
      .filter((line) => known[line] === undefined)
      .map((line) => `紧急插播“${name}”的“${line}”没有声音：屏上照样显示，广播会说“请看屏幕，听工作人员安排”。`),
  )
}

/** One line for each language that lacks something. */
export const sayVoiceGaps = (gaps: Record<string, string[]>): string[] =>
  Object.entries(gaps)
    .filter(([, missing]) => missing.length > 0)
    .map(([language, missing]) => {
      const names = missing.slice(0, NAMED).join('、')
      return `叫号语言 ${language} 少 ${missing.length} 段声音：${names}${missing.length > NAMED ? '……' : ''}。缺声音的号这种语言不念。请把录音放进 sounds/${language}/。`
    })
