import { language } from '../../display/shared/page-words.ts'

/** A hall without an English name keeps its own. */
export const hallName = ({ name, nameEn }: { name: string; nameEn: string }): string =>
  language.value === 'en' && nameEn !== '' ? nameEn : name
