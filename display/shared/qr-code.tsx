import { later } from './later.tsx'

/** A QR code; what draws it comes when the first is to be drawn. `label` says what it opens. */
export const QrCode = later<{ text: string; size: number; label: string }>(
  () => import('./qr-drawing.tsx').then(({ QrDrawing }) => QrDrawing),
  ({ size, label }) => <svg width={size} height={size} role="img" aria-label={label} />,
)
