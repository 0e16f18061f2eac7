/** What a wall tells whoever holds its frame (`tingshi:speaking` on its window): the call that it is saying now; null = none. */
export type SpeakingDetail = { number: string; counterId: string } | null
