/** The department of this name, or else the first whose name has these characters: 公安局 is not 公安局车辆管理所. null = none. */
export const askedDepartment = <One extends { name: string }>(all: readonly One[], piece: string): One | null =>
  all.find(({ name }) => name === piece) ?? all.find(({ name }) => name.includes(piece)) ?? null
