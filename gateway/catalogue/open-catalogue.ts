import type { HolidayCalendar } from '../contract/calendar.ts'
import type { Hall } from '../contract/hall.ts'
import type { Matter } from '../contract/matter.ts'
import { buildHallModel } from '../domain/hall-model.ts'
import { currentCatalogue } from '../domain/catalogue/decide.ts'
import type { Office } from '../office.ts'
import { type Catalogue, buildCatalogueIndex } from './catalogue-shelf.ts'
import { readCatalogue } from './catalogue-files.ts'
import { withImported } from './import-matters.ts'

interface CatalogueDeps {
  office: Office
  hall: Hall
  own: readonly Matter[]
  dataDir: string
  alwaysOpen: boolean
  calendar: HolidayCalendar
  /** A catalogue that cannot be read, in words; the one before stays. */
  tell: (message: string) => void
  /** What views show has changed. */
  invalidate: () => void
}

/** Furnishes the office with the catalogue that the log names, now and after each import, whoever ordered it. */
export async function openCatalogue({
  office,
  hall,
  own,
  dataDir,
  alwaysOpen,
  calendar,
  tell,
  invalidate,
}: CatalogueDeps): Promise<{ readonly shelf: Catalogue }> {
  let shelf: Catalogue | null = null
  let furnishing = Promise.resolve()
  const replaceCatalogue = async (): Promise<void> => {
    const hash = currentCatalogue(office.state)
    if (shelf !== null && hash === office.hallModel.catalogue) return
    const read = readCatalogue(dataDir, hash)
    if (!read.ok) {
      tell(read.message)
      shelf ??= await buildCatalogueIndex(office.hallModel)
      return
    }
    const hallModel = buildHallModel(hall, withImported(own, read.catalogue.matters), alwaysOpen, calendar, hash)
    // Numbers go on being given while the shelf is made; matters and their index change together.
    shelf = await buildCatalogueIndex(hallModel)
    office.replaceCatalogue(hallModel)
  }
  await replaceCatalogue()
  office.onFacts((events) => {
    if (!events.some(({ type }) => type === 'catalogue-imported' || type === 'catalogue-restored')) return
    furnishing = furnishing
      .then(replaceCatalogue)
      .then(invalidate)
      .catch((broken: unknown) => tell(String(broken)))
  })
  return {
    get shelf() {
      return shelf as Catalogue
    },
  }
}
