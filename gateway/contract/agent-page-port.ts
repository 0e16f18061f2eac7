/** Where the program of a terminal's computer answers the page in that computer's browser, on 127.0.0.1 only; the hall folder may say another. */
export const AGENT_PAGE_PORT = 47_610
