import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { Material } from '../../../gateway/contract/matter.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { Pager } from '../pager.tsx'
import { say } from '../words.ts'

interface Props {
  materials: readonly Material[]
  /** How many fit on the page. */
  rows: number
  /** What else holds in the visitor's case. */
  notes: readonly string[]
  brought: readonly string[]
  onTick: (name: string) => void
  onSample: (file: string) => void
  /** null = no questions were asked. */
  onAnswersAgain: (() => void) | null
}

/** "I have it" ticks, before a number is taken; what is left out goes onto the slip and to the counter. */
export function MaterialList({
  materials,
  rows,
  notes,
  brought,
  onTick,
  onSample,
  onAnswersAgain,
}: Props): JSX.Element {
  const page = useSignal(0)
  const lacking = materials.filter(({ name }) => !brought.includes(name)).length
  const pages = Math.max(1, Math.ceil(materials.length / rows))
  const at = Math.min(page.value, pages - 1)
  return (
    <section class="card materials">
      <header>
        <h2 class="serif">{say('materials')}</h2>
        {materials.length > 0 && <span>{say('materialsHint')}</span>}
        {onAnswersAgain && (
          <button type="button" class="again" onClick={onAnswersAgain}>
            {say('answerAgain')}
          </button>
        )}
        {materials.length > 0 && (
          <b class={`tag ${lacking === 0 ? 'spot' : 'amber'}`}>
            {lacking === 0 ? say('complete') : say('lacking', { count: lacking })}
          </b>
        )}
      </header>
      {notes.length > 0 && <p class="note">{notes.join('；')}</p>}
      {materials.length === 0 && <p class="unknown">{say('noMaterials')}</p>}
      {materials.slice(at * rows, (at + 1) * rows).map((material) => (
        <MaterialRow
          key={material.name}
          material={material}
          has={brought.includes(material.name)}
          onTick={onTick}
          onSample={onSample}
        />
      ))}
      {pages > 1 && <Pager page={at} pages={pages} onTurn={(to) => void (page.value = to)} />}
    </section>
  )
}

function MaterialRow({
  material,
  has,
  onTick,
  onSample,
}: { material: Material; has: boolean } & Pick<Props, 'onTick' | 'onSample'>): JSX.Element {
  const { name, form, copies, necessity, note, sample } = material
  const how = [
    form,
    copies === null ? null : say('copies', { count: copies }),
    necessity === null || necessity === '必要' ? null : necessity,
    note,
  ]
  return (
    <div class="material">
      <button type="button" class="tick" aria-pressed={has} onClick={() => onTick(name)}>
        <i class={`box ${has ? 'ticked' : ''}`}>{has && <Icon name="check" size={44} stroke={2.4} />}</i>
        <span lang="zh-Hans">
          <b>{name}</b>
          <small>{how.filter((part) => part !== null).join('，')}</small>
        </span>
      </button>
      {sample !== null && (
        <button type="button" class="outlined look" onClick={() => onSample(sample)}>
          {say('seeSample')}
        </button>
      )}
    </div>
  )
}
