/** What a page says beside the cookie with each order; no page of another site can read or send it. */
export const PAGE_WORD_HEADER = 'x-tingshi-page'
