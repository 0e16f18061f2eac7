import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { GrievanceView } from '../../gateway/contract/grievances.ts'
import { Mark } from '../../display/shared/icons.tsx'
import { findCase } from './calls.ts'
import { CaseView } from './case-view.tsx'
import { FileForm } from './file-form.tsx'
import { FindForm } from './find-form.tsx'
import { LanguageSwitch } from '../shared/language-switch.tsx'
import { say } from './words.ts'

type Where = { name: 'file' } | { name: 'find' } | { name: 'case'; code: string; view: GrievanceView }

/** `code`: to look at at once; null = somebody begins. `token`: of the number that the phone came from. */
export function ComplainPage({ code, token }: { code: string | null; token: string | null }): JSX.Element {
  const where = useSignal<Where>({ name: 'file' })
  const trouble = useSignal<string | null>(null)
  async function open(asked: string): Promise<void> {
    const found = await findCase(asked)
    trouble.value = found.ok ? null : found.message
    if (found.ok) where.value = { name: 'case', code: asked.replace(/\D/g, ''), view: found.body }
    else if (where.value.name === 'file') where.value = { name: 'find' }
  }
  useEffect(() => {
    if (code !== null) void open(code)
  }, [])
  const now = where.value
  return (
    <main class="complain">
      <header>
        <Mark size={36} />
        <h1 class="serif">{say('title')}</h1>
        <LanguageSwitch />
      </header>
      {trouble.value !== null && (
        <p class="trouble" role="alert">
          {trouble.value}
        </p>
      )}
      {now.name === 'file' && (
        <>
          <FileForm
            token={token}
            onFiled={(filed) => void open(filed)}
            onTrouble={(words) => void (trouble.value = words)}
          />
          <button type="button" onClick={() => void (where.value = { name: 'find' })}>
            {say('haveCode')}
          </button>
        </>
      )}
      {now.name === 'find' && (
        <FindForm
          onLook={(asked) => void open(asked)}
          onBack={() => {
            trouble.value = null
            where.value = { name: 'file' }
          }}
        />
      )}
      {now.name === 'case' && (
        <CaseView
          key={now.code}
          code={now.code}
          view={now.view}
          onChanged={(view) => {
            trouble.value = null
            where.value = { ...now, view }
          }}
          onTrouble={(words) => void (trouble.value = words)}
          onNew={() => void (where.value = { name: 'file' })}
        />
      )}
    </main>
  )
}
