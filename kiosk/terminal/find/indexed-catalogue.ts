import { computed } from '@preact/signals'
import { searchIndex, noMatters } from '../../../gateway/catalogue/search/indexed-matters.ts'
import { catalogue } from '../hall-facts.ts'

/** What is searched here, made from the terminal's own copy of the catalogue. */
export const index = computed(() =>
  catalogue.value === null
    ? noMatters
    : searchIndex(catalogue.value.items, catalogue.value.readings, catalogue.value.said),
)
