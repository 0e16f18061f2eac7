import type { Link } from '../link.ts'
import { DONE, FOUND, NO_CARD, encodeSam } from '../reader/sam-frame.ts'

/** A person who does not exist. `number` has the form of an ID number and fails its check digit. */
export interface InventedPerson {
  name: string
  number: string
}

const TEXT = 256
const PHOTO = 1024
const NUMBER_AT = 122
const ANSWER_MS = 20

/** The answer of a card: lengths, 256 bytes of text (UTF-16LE, padded with spaces), the photo as noughts. */
function cardData({ name, number }: InventedPerson): Uint8Array {
  const text = Buffer.alloc(TEXT, Buffer.from(' ', 'utf16le'))
  text.write(name, 0, 'utf16le')
  text.write(number, NUMBER_AT, 'utf16le')
  return Uint8Array.of(1, 0, 4, 0, ...text, ...new Uint8Array(PHOTO))
}

/** A card reader at the wire: it answers find, select and read as the real ones do (SAM_V). */
export function samReader(): {
  link: Link
  lay(person: InventedPerson | null): void
  setMute(isMute: boolean): void
  setGarbage(on: boolean): void
  unplug(): void
} {
  let person: InventedPerson | null = null
  let isMute = false
  let isGarbage = false
  const onData = new Set<(bytes: Uint8Array) => void>()
  const onClose = new Set<() => void>()
  const answerTo = (command: string): Uint8Array => {
    if (person === null) return Uint8Array.of(0, 0, NO_CARD)
    if (command === '32-1') return Uint8Array.of(0, 0, FOUND, 0, 0, 0, 0)
    return command === '32-2' ? Uint8Array.of(0, 0, DONE, 0, 0, 0, 0) : Uint8Array.of(0, 0, DONE, ...cardData(person))
  }
  const end = (): void => {
    for (const listener of onClose) listener()
  }
  return {
    link: {
      async write(bytes) {
        const command = `${bytes[7]}-${bytes[8]}`
        setTimeout(() => {
          if (isMute) return
          // Noise with the beginnings of frames in it.
          const frame = isGarbage
            ? Uint8Array.of(
                0xa5,
                0xaa,
                0xaa,
                0xaa,
                0x96,
                0x69,
                0xff,
                0xff,
                0,
                0,
                0x9f,
                0xaa,
                0xaa,
                0xaa,
                0x96,
                0x69,
                0,
                4,
                0,
                0,
                0x9f,
                1,
              )
            : encodeSam(answerTo(command))
          for (const listener of onData) listener(frame)
        }, ANSWER_MS)
      },
      onData: (listener) => {
        onData.add(listener)
        return () => onData.delete(listener)
      },
      onClose: (listener) => {
        onClose.add(listener)
        return () => onClose.delete(listener)
      },
      close: end,
      reset: end,
    },
    lay: (one) => void (person = one),
    setMute: (to) => void (isMute = to),
    setGarbage: (on) => void (isGarbage = on),
    unplug: end,
  }
}
