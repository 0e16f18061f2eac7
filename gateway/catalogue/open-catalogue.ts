import type { HolidayCalendar } from '../contract/calendar.ts'
import type { Hall } from '../contract/hall.ts'
import type { Matter } from '../contract/matter.ts'
import { type HallModel, buildHallModel } from '../domain/hall-model.ts'
import { catalogueMark, currentCatalogue } from '../domain/catalogue/decide.ts'
import type { Office } from '../office/office.ts'
import { type Catalogue, buildCatalogue } from './catalogue-shelf.ts'
import { readCatalogue } from './catalogue-files.ts'
import { readEdits, withEdits } from './edits-file.ts'
import { withAliases } from './with-aliases.ts'
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

const isOfCatalogue = (type: string): boolean =>
  ['catalogue-imported', 'catalogue-restored', 'matters-edited', 'alias-reviewed', 'alias-withdrawn'].includes(type)

/** Gives the office the catalogue that the log names, now and after each import, whoever ordered it. */
/** `replaceHall`: the hall's own settings were changed; matters stay as they are. */
export function openCatalogue(deps: CatalogueDeps): { current(): Promise<Catalogue>; replaceHall(hall: Hall): void } {
  const { office, own, dataDir, alwaysOpen, calendar, tell, invalidate } = deps
  let { hall } = deps
  /** The hall with the catalogue that the log names and the names that were decided; null when it stands already or cannot be read. */
  function named(): HallModel | null {
    const mark = catalogueMark(office.state)
    const { aliases, reviews } = office.state.asked
    if (mark === office.hallModel.catalogue && reviews === office.hallModel.aliases) return null
    const read = readCatalogue(dataDir, currentCatalogue(office.state))
    const said = readEdits(dataDir, office.state.catalogue.edits.hash)
    if (!read.ok || !said.ok) {
      tell(!read.ok ? read.message : said.ok ? '' : said.message)
      return null
    }
    const matters = withEdits(withImported(own, read.catalogue.matters), said.edits)
    return buildHallModel(hall, withAliases(matters, aliases.values()), alwaysOpen, calendar, mark, reviews)
  }
  const kept = named()
  if (kept) office.replaceCatalogue(kept)
  let current: Promise<Catalogue> | null = null
  function make(): Promise<Catalogue> {
    const made = buildCatalogue(office.hallModel)
    current = made
    made.catch((broken: unknown) => {
      tell(String(broken))
      // The next who asks may find more room.
      if (current === made) current = null
    })
    return made
  }
  // The gateway is ready before this is; who asks for it meanwhile waits for it.
  void make().catch(() => undefined)

  async function replaceCatalogue(): Promise<void> {
    const hallModel = named()
    if (!hallModel) return
    // Numbers go on being given while it is made; matters and their index change together.
    const next = await buildCatalogue(hallModel)
    current = Promise.resolve(next)
    office.replaceCatalogue(hallModel)
  }
  let replacing = Promise.resolve()
  office.onFacts((events) => {
    if (!events.some(({ type }) => isOfCatalogue(type))) return
    replacing = replacing
      .then(replaceCatalogue)
      .then(invalidate)
      .catch((broken: unknown) => tell(String(broken)))
  })
  return {
    current: () => current ?? make(),
    replaceHall(next) {
      hall = next
      const { matters, catalogue, aliases } = office.hallModel
      office.replaceCatalogue(buildHallModel(hall, [...matters.values()], alwaysOpen, calendar, catalogue, aliases))
      // Names of departments stand in the index.
      void make().catch(() => undefined)
      invalidate()
    },
  }
}
