import type { EmergencyTemplate } from '../../../gateway/contract/emergency.ts'

/** What is to be said; without minutes it stands for the usual time. */
export type EmergencyWords = Pick<EmergencyTemplate, 'name' | 'title' | 'titleEn' | 'lines'> & { minutes?: number }
