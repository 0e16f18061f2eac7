/** Letters of any alphabet with their accents, digits, and the marks that stand inside words and addresses. */
const WORD = /[!-~\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{Nd}–’]+|./gsu

/** The pieces between which a line may be broken: a word stays whole, Chinese may be broken after each sign. */
export const splitWords = (text: string): string[] => text.normalize('NFC').match(WORD) ?? []
