let word: string | null = null

/** What this page says with each order beside the cookie of its sign-in, so that no page of another site can order in its name. */
export const pageWord = (): string | null => word
export function setPageWord(next: string | null): void {
  word = next
}
