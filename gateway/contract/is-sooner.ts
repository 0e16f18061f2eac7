interface Range {
  lowMinutes: number
  highMinutes: number
}

/** Whether somebody waits less elsewhere whichever of both estimates comes out how: the other's worst is below one's own best. null = nobody can say. */
export const isSooner = (there: Range | null, here: Range | null): boolean =>
  there !== null && here !== null && there.highMinutes < here.lowMinutes
