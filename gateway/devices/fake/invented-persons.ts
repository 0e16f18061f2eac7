import type { InventedPerson } from './sam-reader.ts'

/** For the simulated reader. Nobody has these numbers: the area 159999 was never given, and each check digit is wrong. */
export const inventedPersons: readonly InventedPerson[] = [
  { name: '张模拟', number: '159999195001010012' },
  { name: '欧阳试', number: '159999198506150024' },
  { name: '乌兰', number: '159999200212310038' },
]
