import type { Matter } from '../contract/matter.ts'
import { encodeRasterList } from '../devices/printer/list-raster.ts'
import type { Office } from '../office/office.ts'
import { printedPicture } from '../outputs/preview-slip.ts'
import { sheetOfList } from '../outputs/sheet-of-list.ts'
import { nothingLive, plainReading } from '../views/plain-reading.ts'

/** The list of materials as it would come out of a printer for 80 mm paper, with a matter as somebody writes it just now; PNG. */
export const listPictureOf =
  (office: Pick<Office, 'hallModel' | 'state'>, addressOf: () => string, now: () => number) =>
  (matter: Matter): Buffer => {
    const matters = new Map(office.hallModel.matters).set(matter.id, matter)
    const hallModel = { ...office.hallModel, matters }
    const reading = plainReading({ hallModel, state: office.state, now: now(), live: nothingLive })
    const sheet = sheetOfList(
      reading,
      {
        type: 'list-ordered',
        terminalId: null,
        printerId: '',
        matterId: matter.id,
        flowId: null,
        answers: {},
        brought: [],
      },
      addressOf(),
      now(),
    )
    return printedPicture(encodeRasterList(sheet, 576), 80)
  }
