/** Tiles beside each other: large letters leave room for one, lying for two. */
export const tileColumns = (elder: boolean, wide: boolean): number => (elder ? (wide ? 2 : 1) : wide ? 3 : 2)
