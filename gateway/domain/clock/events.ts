/**
 * What became of the gateway's clock. `doubted`: the computer's clock (`clockSays`) lies hours or weeks from the hall's own
 * time (`hallSays`), epoch ms; `day` is the day by the doubted clock. The hall goes by its own time until somebody decides.
 */
export type ClockEvent =
  | { type: 'clock-doubted'; hallSays: number; clockSays: number; day: string }
  /** The computer's clock counts again: `by` a person who looked, or the hall when the clock came back by itself. */
  | { type: 'clock-trusted'; by: string }
  /** The day that was open had come from a wrong clock: it is called `day` from now on, with all that is in it. */
  | { type: 'day-corrected'; from: string; day: string }
