/** Facts about what hangs in the lobby. */
export type WallEvent =
  | { type: 'layout-switched'; screenId: string; layoutId: string | null }
  | {
      type: 'announcement-made'
      announcementId: string
      templateId: string
      /** As shown and as spoken, by language: a template that is changed later does not change what was said. */
      text: Record<string, string>
      spoken: Record<string, string[]>
      times: number
      seconds: number
    }
  | { type: 'announcement-stopped'; announcementId: string }
  | { type: 'screen-reload-ordered'; screenId: string }
  | { type: 'screen-picture-ordered'; screenId: string; pictureId: string }
