import type { ComponentChildren, JSX } from 'preact'
import { Icon } from '../../display/shared/icons.tsx'
import { KeyCap } from '../shared/staff/marks.tsx'

/** What went wrong and what to do, amber. */
export const Alarm = ({ children }: { children: ComponentChildren }): JSX.Element => (
  <div class="sign-alarm" role="alert">
    <Icon name="warning" size={24} stroke={1.8} />
    <div>{children}</div>
  </div>
)
export const Submit = ({ label, busy }: { label: string; busy: boolean }): JSX.Element => (
  <button type="submit" class="button button-main sign-submit" aria-disabled={busy} aria-busy={busy}>
    {busy ? <span class="spinner" aria-hidden="true" /> : null}
    {label}
    {!busy && <KeyCap>Enter</KeyCap>}
  </button>
)
export const CardTitle = ({ title, lead }: { title: string; lead: string }): JSX.Element => (
  <>
    <h2 class="serif sign-title">{title}</h2>
    <p class="sign-lead">{lead}</p>
  </>
)
