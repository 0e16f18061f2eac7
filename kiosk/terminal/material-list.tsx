import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Material } from '../../gateway/contract/matter.ts'
import { Icon } from '../shared/icons.tsx'
import { Pager } from './pager.tsx'
import { say } from './words.ts'

const EACH = 5

/** "I have it" ticks, before a number is taken; what is left out goes onto the slip and to the counter. */
export function MaterialList({
  materials,
  brought,
  onTick,
}: {
  materials: readonly Material[]
  brought: readonly string[]
  onTick: (name: string) => void
}): JSX.Element {
  const page = useSignal(0)
  const lacking = materials.filter(({ name }) => !brought.includes(name)).length
  const pages = Math.max(1, Math.ceil(materials.length / EACH))
  return (
    <section class="card materials">
      <header>
        <h2 class="serif">{say('materials')}</h2>
        {materials.length > 0 && <span>{say('materialsHint')}</span>}
        {materials.length > 0 && (
          <b class={`tag ${lacking === 0 ? 'spot' : 'amber'}`}>{lacking === 0 ? say('complete') : say('lacking', { count: lacking })}</b>
        )}
      </header>
      {materials.length === 0 && <p class="unknown">{say('noMaterials')}</p>}
      {materials.slice(page.value * EACH, (page.value + 1) * EACH).map(({ name, form, copies, note }) => {
        const has = brought.includes(name)
        const how = [form, copies === null ? null : say('copies', { count: copies }), note].filter((part) => part !== null).join('，')
        return (
          <button type="button" key={name} class="material" aria-pressed={has} onClick={() => onTick(name)}>
            <i class={`box ${has ? 'ticked' : ''}`}>{has && <Icon name="check" size={44} stroke={2.4} />}</i>
            <span>
              <b>{name}</b>
              <small>{how}</small>
            </span>
          </button>
        )
      })}
      {pages > 1 && <Pager page={page.value} pages={pages} onTurn={(to) => void (page.value = to)} />}
    </section>
  )
}
