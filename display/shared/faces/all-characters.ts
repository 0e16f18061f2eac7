/**
 * A page of the hall can write any character: the list of its faces' slices (375 kB of text) is read beside the page and holds nothing up.
 * What the first screen shows has faces of its own (`@first-faces`). A visitor's phone has a Chinese font and asks for none of this.
 */
export const readAllCharacters = (): void => void import('./slices.ts').catch(() => {})
