import type { StreamLine } from './connect-stream.ts'

/** Who leads a hall: `silent` = somebody should, and does not answer; `unknown` = this gateway's own line is down. */
export type WhoLeads = { writer: string } | 'nobody' | 'silent' | 'unknown'

export interface LeadDesk {
  ask(withinMs: number): Promise<WhoLeads>
  /** From now on this gateway answers; `onOther`: somebody else has taken the hall. Gives back what ends it. */
  lead(onOther: () => void): () => void
}

const TEXT = new TextEncoder()

/**
 * Where gateways of a hall ask who leads it. Only a question of time: who may write is decided by the engine, so a wrong answer here costs a
 * change of gateways and no number.
 */
export function leadDesk({ line }: Pick<StreamLine, 'line'>, hall: string, writer: string): LeadDesk {
  const [asked, taken] = [`tingshi.lead.${hall}`, `tingshi.taken.${hall}`]
  const own = TEXT.encode(writer)
  return {
    async ask(withinMs) {
      try {
        const { data } = await line.request(asked, undefined, { timeout: withinMs })
        return { writer: new TextDecoder().decode(data) }
      } catch (broken) {
        const { name, cause, message } = broken as Error
        if (/no responders/i.test(`${name} ${message} ${String(cause)}`)) return 'nobody'
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
      }
    },
  }
}
