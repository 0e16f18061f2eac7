/** What is hashed of the last four of a mobile, apart from the whole number under the same key. */
export const tailOf = (digits: string): string => `last four ${digits.slice(-4)}`
