type CellKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'isComposing'> & {
  currentTarget: Pick<HTMLInputElement, 'selectionStart' | 'selectionEnd' | 'value'>
}

/** Where a key leads from a cell; left and right leave it at the end of its words only. null = the key stays in the cell. */
export function stepOf({
  key,
  ctrlKey,
  altKey,
  isComposing,
  currentTarget,
}: CellKey): [down: number, across: number] | null {
  // While pinyin is being typed, arrows and Enter belong to the input method.
  if (isComposing || ctrlKey || altKey) return null
  const { selectionStart, selectionEnd, value } = currentTarget
  if (key === 'ArrowUp') return [-1, 0]
  if (key === 'ArrowDown' || key === 'Enter') return [1, 0]
  if (key === 'ArrowLeft' && selectionStart === 0 && selectionEnd === 0) return [0, -1]
  if (key === 'ArrowRight' && selectionStart === value.length && selectionEnd === value.length) return [0, 1]
  return null
}

/** Moves the focus by a key; true = it moved. */
export function moveTo(event: CellKey, table: HTMLElement | null, line: number, column: number): boolean {
  const step = stepOf(event)
  if (step === null) return false
  const next = table?.querySelector<HTMLInputElement>(`[data-at="${line + step[0]} ${column + step[1]}"]`)
  if (!next) return false
  next.focus()
  next.select()
  return true
}
