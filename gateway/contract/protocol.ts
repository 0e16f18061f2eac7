/** Raised when a page of an older build could no longer talk to the gateway: such a page is told to reload. */
export const PROTOCOL = 1
