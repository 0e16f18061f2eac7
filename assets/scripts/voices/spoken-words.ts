import { freeParts } from '../../../gateway/contract/free-announcement.ts'
import { provinceClip } from '../../../gateway/contract/voice/numerals.ts'

/** What espeak-ng is given for one clip. */
export interface SpokenWord {
  voice: 'cmn' | 'en-us'
  words: string
}
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const chinese = (words: string): SpokenWord => ({ voice: 'cmn', words })
const english = (words: string): SpokenWord => ({ voice: 'en-us', words })
const all = (make: (words: string) => SpokenWord, clips: Record<string, string>): Record<string, SpokenWord> =>
  Object.fromEntries(Object.entries(clips).map(([clip, words]) => [clip, make(words)]))

/** Whole sentences of emergencies by language, as they are shown; spoken when exactly they are. All of the prepared emergencies are here. */
export const sentences: Record<string, Record<string, string>> = {
  'zh-Hans': {
    's-leave': '请马上离开大厅',
    's-exit-near': '走安全出口，哪个近走哪个',
    's-stairs': '别坐电梯，走楼梯',
    's-stairs-calm': '别坐电梯，走楼梯，不要跑',
    's-no-return': '不要回头，东西先不拿',
    's-hand': '行动不便的请原地举手，有人来接',
    's-cover': '请护住头，躲到桌旁',
    's-glass': '离开玻璃和高柜',
    's-after': '摇晃停了再走楼梯离开',
    's-fire': '不要点火，不要按开关',
    's-missing': '正在寻人，请您留意',
    's-tell': '看到的请告诉身边的工作人员',
    's-drill': '演练',
    's-screen': '请看屏幕，听工作人员安排',
  },
  en: {
    's-leave': 'Leave the hall now',
    's-lifts': 'Do not use the lifts',
    's-cover': 'Drop, cover and hold on',
    's-fire': 'No flames, no switches',
    's-missing': 'A person is missing',
    's-tell': 'Please look around you',
    's-drill': 'Drill',
    's-screen': 'Please look at the screen and follow the staff',
  },
}
/** Where the short word on the screen is not enough for the ear. */
const saidInFull: Record<string, string> = { Drill: 'This is a drill.' }

/** What a guide puts a sentence together from, as far as it has a clip of its own. */
const freeClips = (language: 'zh' | 'en'): Record<string, string> =>
  Object.fromEntries(
    freeParts.flatMap((part) => {
      const [clip = ''] = part.clips.en
      return clip.startsWith('f-') && part[language] !== '' ? [[clip, part[language]]] : []
    }),
  )

/** Every clip of the languages that a computer speaks, by language and clip. */
export const spokenWords: Record<string, Record<string, SpokenWord>> = {
  'zh-Hans': {
    ...all(chinese, { qing: '请', hao: '号', dao: '到', chuangkou: '号窗口', shi: '十', bai: '百' }),
    ...all(chinese, Object.fromEntries([...'零一二三四五六七八九'].map((word, digit) => [`d${digit}`, word]))),
    ...all(
      chinese,
      Object.fromEntries(
        [...'京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'].map((word) => [provinceClip(word), word]),
      ),
    ),
    ...all(english, Object.fromEntries(letters.map((letter) => [letter, letter]))),
    ...all(chinese, {
      'a-plate': '车牌号',
      'a-move': '的车主，请马上到停车场挪车。',
      'a-closing': '各位办事群众，大厅还有',
      'a-minutes': '分钟结束办理，请抓紧到窗口办理。',
      'a-child': '哪位家长和孩子走散了，',
      'a-desk-1': '请到一楼咨询台。',
      'a-desk-5': '请到五楼咨询台。',
    }),
    ...all(chinese, freeClips('zh')),
    ...all(chinese, sentences['zh-Hans'] ?? {}),
  },
  en: {
    ...all(english, { number: 'Number', please: 'please go to counter', hundred: 'hundred' }),
    ...all(
      english,
      Object.fromEntries(
        'zero one two three four five six seven eight nine'.split(' ').map((word, digit) => [`d${digit}`, word]),
      ),
    ),
    ...all(
      english,
      Object.fromEntries(
        'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
          .split(' ')
          .map((word, nth) => [`n${nth + 10}`, word]),
      ),
    ),
    ...all(
      english,
      Object.fromEntries(
        'twenty thirty forty fifty sixty seventy eighty ninety'
          .split(' ')
          .map((word, nth) => [`n${(nth + 2) * 10}`, word]),
      ),
    ),
    ...all(english, Object.fromEntries(letters.map((letter) => [letter, letter]))),
    ...all(english, {
      'a-closing': 'Attention please. The hall closes in',
      'a-minutes': 'minutes.',
      'a-child': 'A lost child is waiting for parents.',
      'a-desk-1': 'Please come to the help desk on the first floor.',
      'a-desk-5': 'Please come to the help desk on the fifth floor.',
    }),
    ...all(english, freeClips('en')),
    ...all(
      english,
      Object.fromEntries(
        Object.entries(sentences['en'] ?? {}).map(([clip, shown]) => [clip, saidInFull[shown] ?? shown]),
      ),
    ),
  },
}
