export interface RatingsState {
  /** Stars that visitors gave today, by ticket. */
  stars: Map<string, number>
}

export const noRatings = (): RatingsState => ({ stars: new Map() })
