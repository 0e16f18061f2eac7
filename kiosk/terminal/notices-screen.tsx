import type { JSX } from 'preact'
import { PagedText } from './paged-text.tsx'
import type { Session } from './session.ts'
import { say } from './words.ts'

export function NoticesScreen({ session: { terminal } }: { session: Session }): JSX.Element {
  const notices = terminal.value?.notices ?? []
  return (
    <main class="screen details notices">
      <div class="above">
        <h1 class="serif">{say('notices')}</h1>
      </div>
      <div class="below">
        {notices.length === 0 ? (
          <p class="hint">{say('noNotices')}</p>
        ) : (
          <PagedText>
            {notices.map(({ id, text }) => (
              <section key={id}>
                <p>{text}</p>
              </section>
            ))}
          </PagedText>
        )}
      </div>
    </main>
  )
}
