/** From so many hours on a storm is a whole day: what walks through all of a hall is done less often. */
export const A_DAY_HOURS = 6
