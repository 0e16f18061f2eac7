import { firstScreenStands } from '../../display/shared/first-screen.ts'
import { later } from '../../display/shared/later.tsx'
import { readOtherLanguages } from '../../display/shared/page-words.ts'
import { QrCode } from '../../display/shared/qr-code.tsx'
import { readCatalogue } from './hall-facts.ts'
import { readRefusals } from './refusal-words.ts'
import type { CardReading } from './card/read-card.ts'
import type { Reading } from './read/use-read-aloud.ts'
import type { Session } from './session.ts'

/** Every screen but the first, in one piece: from then on a terminal needs no gateway to turn a page. */
export const Behind = later<{ session: Session; wide: boolean }>(() =>
  import('./behind.tsx').then((part) => part.Behind),
)

export const ElderDock = later<{ session: Session; wide: boolean; reading: Reading }>(() =>
  import('./modes/elder-dock.tsx').then((part) => part.ElderDock),
)
export const MoreDialog = later<{ session: Session; onClose: () => void }>(() =>
  import('./modes/more-dialog.tsx').then((part) => part.MoreDialog),
)
export const CardDialog = later<{ card: CardReading }>(() =>
  import('./card/card-dialog.tsx').then((part) => part.CardDialog),
)

/** Once the first screen stands: the screens behind it, what they draw with, and the whole catalogue made ready to be searched. */
export async function readBehind(isStillWanted: () => boolean): Promise<boolean> {
  await firstScreenStands()
  // Connecting gives reason after reason to read; the last is enough.
  if (!isStillWanted()) return false
  const parts = [Behind, ElderDock, MoreDialog, CardDialog, QrCode].map((part) => part.read())
  await Promise.all([...parts, readRefusals(), readOtherLanguages(), readCatalogue()])
  const { index } = await import('./find/indexed-catalogue.ts')
  // Made now, while nobody waits for it, and not with the first letter that is typed.
  index.peek()
  return true
}
