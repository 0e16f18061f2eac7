import { useEffect, useRef, useState } from 'preact/hooks'
import { withFields } from '../../../gateway/client/ask.ts'
import type {
  HallSettings,
  SettingChange,
  SettingsCheck,
  SettingsSaved,
} from '../../../gateway/contract/hall-settings.ts'
import { after } from '../../../gateway/client/page-clock.ts'
import { type Answer, manageCall } from '../manage-call.ts'

const hallSettings = withFields<HallSettings>('revision', 'parts', 'keys', 'faults', 'history')
const settingsCheck = withFields<SettingsCheck>('faults', 'hints', 'waits', 'lines')
const settingsSaved = withFields<SettingsSaved>('changeId', 'revision', 'waits')
const QUIET_MS = 400

export const readSettings = (): Promise<Answer<HallSettings>> => manageCall('/hall-settings', hallSettings)
export const saveSettings = (revision: string, changes: readonly SettingChange[]) =>
  manageCall('/hall-settings', settingsSaved, { revision, changes })
export const takeBack = (revision: string, changeId: string) =>
  manageCall('/hall-settings/undo', settingsSaved, { revision, changeId })

/** What the hall's own check says of changes, a moment after the last of them. null = nothing is changed; 'asking' = on its way. */
export function useCheck(
  settings: HallSettings | null,
  changes: readonly SettingChange[],
  onRefused: (message: string) => void,
): SettingsCheck | 'asking' | null {
  const [said, setSaid] = useState<SettingsCheck | 'asking' | null>(null)
  const asked = useRef(0)
  useEffect(() => {
    asked.current += 1
    if (settings === null || changes.length === 0) {
      setSaid(null)
      return
    }
    const mine = asked.current
    setSaid((before) => before ?? 'asking')
    return after(QUIET_MS, () => {
      void manageCall('/hall-settings/check', settingsCheck, { revision: settings.revision, changes }).then(
        (answer) => {
          if (mine !== asked.current) return
          if (answer.ok) setSaid(answer.body)
          else onRefused(answer.message)
        },
      )
    })
  }, [settings?.revision, changes])
  return said
}
