/** The course that is watched of every case, as its six steps are called. */
export const courseSlots = ['咨询', '申请', '受理', '审核', '办理', '出证'] as const
export type CourseSlot = (typeof courseSlots)[number]

const saidFor: Record<CourseSlot, RegExp> = {
  咨询: /咨询|踏勘|预告|辅导/,
  申请: /申请|申报|收件|交材料/,
  受理: /受理|登记/,
  审核: /审核|审查|初审|复审|核查|评审|勘验|查验/,
  办理: /办理|决定|审批|签发|批准|会办/,
  出证: /出证|制证|发证|送达|领证|领取|归档/,
}

/** To which of the six a step belongs by its name; null = to none that is known. */
export const courseSlotOf = (step: string): CourseSlot | null =>
  courseSlots.find((slot) => saidFor[slot].test(step)) ?? null
