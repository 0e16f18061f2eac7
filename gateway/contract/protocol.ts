/** Raised when a page of an older build could no longer talk to the gateway: such a page is told to reload. */
export const PROTOCOL = 2
/** What other programs may speak: the topics of screens, strips, panels and numbers have not changed since. */
export const OLDEST_OF_PROGRAMS = 1
