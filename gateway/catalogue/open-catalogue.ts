import type { HolidayCalendar } from '../contract/calendar.ts'
import type { Hall } from '../contract/hall.ts'
import type { Matter } from '../contract/matter.ts'
import { buildHouse } from '../domain/house.ts'
import { currentCatalogue } from '../domain/run-catalogue.ts'
import type { Office } from '../office.ts'
import { type Catalogue, shelve } from '../server/catalogue-shelf.ts'
import { readCatalogue } from './catalogue-files.ts'
import { withImported } from './import-matters.ts'

interface CatalogueParts {
  office: Office
  hall: Hall
  own: readonly Matter[]
  dataDir: string
  alwaysOpen: boolean
  calendar: HolidayCalendar
  /** A catalogue that cannot be read, in words; the one before stays. */
  tell: (message: string) => void
  /** What views show has changed. */
  news: () => void
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
  news,
}: CatalogueParts): Promise<{ readonly shelf: Catalogue }> {
  let shelf: Catalogue | null = null
  let furnishing = Promise.resolve()
  const furnish = async (): Promise<void> => {
    const hash = currentCatalogue(office.state)
    if (shelf !== null && hash === office.house.catalogue) return
    const read = readCatalogue(dataDir, hash)
    if (!read.ok) {
      tell(read.message)
      shelf ??= await shelve(office.house)
      return
    }
    const house = buildHouse(hall, withImported(own, read.catalogue.matters), alwaysOpen, calendar, hash)
    // Numbers go on being given while the shelf is made; matters and their index change together.
    shelf = await shelve(house)
    office.furnish(house)
  }
  await furnish()
  office.onFacts((events) => {
    if (!events.some(({ type }) => type === 'catalogue-imported' || type === 'catalogue-restored')) return
    furnishing = furnishing
      .then(furnish)
      .then(news)
      .catch((broken: unknown) => tell(String(broken)))
  })
  return {
    get shelf() {
      return shelf as Catalogue
    },
  }
}
