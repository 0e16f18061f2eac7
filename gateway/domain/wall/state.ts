export interface MadeAnnouncement {
  announcementId: string
  templateId: string
  at: number
  text: Record<string, string>
  spoken: Record<string, string[]>
  times: number
  until: number
}

/** What the walls were ordered to do. It outlives the day: a layout that was switched stays so. */
export interface WallState {
  /** By screen; what is not here is as the hall folder says. */
  layouts: Map<string, string>
  /** Oldest first, the last 20. */
  announcements: MadeAnnouncement[]
  reloads: Map<string, number>
  pictures: Map<string, { pictureId: string; at: number }>
}

export const emptyWall = (): WallState => ({
  layouts: new Map(),
  announcements: [],
  reloads: new Map(),
  pictures: new Map(),
})
