import type { StripFrame } from '../../../contract/strip-frame.ts'
import type { CardDriver } from '../card-driver.ts'
import { encodeTemplate } from './template-codec.ts'

/** A window strip with a frame of its own. It never answers: what the line took counts as shown. */
export function templateDriver(frame: StripFrame, address: number): CardDriver {
  return {
    reader: () => () => {},
    greet: async () => null,
    show: async (line, { strip }) =>
      (await line.tell(encodeTemplate(frame, { ...strip, address }))) ? null : { kind: 'gone' },
    loopMs: () => 0,
    power: async () => null,
    brightness: async () => null,
    clock: async () => null,
  }
}
