/**
 * So long an order from a page is good. Who pressed has then gone on, or pressed again: an older one is refused wherever it was held up, in a
 * cut line, a frozen page or a frozen gateway.
 */
export const ORDER_LIFETIME_MS = 10_000
