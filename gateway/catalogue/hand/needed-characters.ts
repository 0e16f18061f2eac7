/** Every Chinese character that stands in the hall's matters and in what people call them, once, in the order of Unicode. */
export const neededCharacters = (entries: readonly { name: string; aliases: readonly string[] }[]): string[] =>
  [...new Set(entries.flatMap(({ name, aliases }) => [...[name, ...aliases].join('')]))]
    .filter((sign) => /\p{Script=Han}/u.test(sign))
    .sort()
