import type { JSX } from 'preact'
import type { SectionProps } from '../sections.ts'
import { words } from './words.ts'

export const NoticesSection = (_: SectionProps): JSX.Element => (
  <section class="card">
    <div class="card-head">
      <h2>{words.title}</h2>
    </div>
    <p class="card-empty">{words.empty}</p>
  </section>
)
