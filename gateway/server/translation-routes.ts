import { Router } from 'express'
import { type VisitorLanguage, reviewedLanguages } from '../contract/translation.ts'
import { readTranslations, shownTranslations } from '../translations/read-translations.ts'
import { refuse } from './refuse.ts'

/**
 * `GET /api/v1/translations/:language`: the strings that two people have checked, in a hall that asks for the language.
 * Pages go on in Chinese when the file is damaged; `translations check` says so.
 */
export function translationRoutes(hallDir: string, languages: () => readonly VisitorLanguage[]): Router {
  const router = Router()
  router.get('/v1/translations/:language', (request, response) => {
    const language = reviewedLanguages.find((one) => one === request.params.language)
    if (language === undefined || !languages().includes(language)) return refuse(response, 'unknown-language')
    response.set('cache-control', 'no-cache')
    response.json(shownTranslations(readTranslations(hallDir, language), language))
  })
  return router
}
