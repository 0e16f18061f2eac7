/** All halls of a city live by one clock. */
export const ZONE = 'Asia/Shanghai'
