/** The last changes that the log has, so that none is told twice; the oldest first. */
export interface RegisterState {
  recorded: string[]
}
const KEPT = 200

export const noRegister = (): RegisterState => ({ recorded: [] })

/** Works in place, like all of evolve. */
export function evolveRegister(state: RegisterState, { changeId }: { changeId: string }): void {
  state.recorded.push(changeId)
  if (state.recorded.length > KEPT) state.recorded.shift()
}
