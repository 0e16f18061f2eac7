import type { StreamLine } from './connect-stream.ts'

/**
 * Who leads a hall: `left` = whoever did has said goodbye; `silent` = somebody should, and does not answer; `unknown` = this gateway's own line is
 * down.
 */
export type WhoLeads = { writer: string } | 'left' | 'nobody' | 'silent' | 'unknown'

export interface LeadDesk {
  ask(withinMs: number): Promise<WhoLeads>
  /** From now on this gateway answers; `onOther`: somebody else has taken the hall. Gives back what ends it, and tells the one behind. */
  lead(onOther: () => void): () => void
}

const TEXT = new TextEncoder()

/**
 * Where gateways of a hall ask who leads it. Only a question of time: who may write is decided by the engine, so a wrong answer here costs a
 * change of gateways and no number.
 */
export function leadDesk({ line }: Pick<StreamLine, 'line'>, hall: string, writer: string): LeadDesk {
  const [asked, taken, gone] = [`tingshi.lead.${hall}`, `tingshi.taken.${hall}`, `tingshi.left.${hall}`]
  const own = TEXT.encode(writer)
  let hasLeft = false
  line.subscribe(gone, { callback: (_, { data }) => void (hasLeft = new TextDecoder().decode(data) !== writer) })
  return {
    async ask(withinMs) {
      try {
        const { data } = await line.request(asked, undefined, { timeout: withinMs })
        hasLeft = false
        return { writer: new TextDecoder().decode(data) }
      } catch (broken) {
        const { name, cause, message } = broken as Error
        if (/no responders/i.test(`${name} ${message} ${String(cause)}`)) return hasLeft ? 'left' : 'nobody'
        return name === 'TimeoutError' ? 'silent' : 'unknown'
      }
    },
    lead(onOther) {
      const answers = line.subscribe(asked, { callback: (_, message) => void message.respond(own) })
      const others = line.subscribe(taken, {
        callback: (_, { data }) => {
          if (new TextDecoder().decode(data) !== writer) onOther()
        },
      })
      line.publish(taken, own)
      return () => {
        answers.unsubscribe()
        others.unsubscribe()
        if (!line.isClosed()) line.publish(gone, own)
      }
    },
  }
}
