import { type NatsConnection, connect } from '@nats-io/transport-node'
import { type JetStreamClient, type JetStreamManager, jetstream, jetstreamManager } from '@nats-io/jetstream'
import { monotonic, pause } from '../time.ts'
import { isApiError, nothingThere } from './stream-errors.ts'
import type { StreamAddress } from './stream-address.ts'

export interface StreamLine {
  line: NatsConnection
  client: JetStreamClient
  manager: JetStreamManager
}

const CONNECT_WITHIN_MS = 3_000
const ASK_WITHIN_MS = 4_000
/** A cluster that has just come up chooses who leads it; that takes some seconds. */
const LEADER_WITHIN_MS = 15_000
/** A line that is silent for two of these is dead. */
const PING_EACH_MS = 1_000
const AGAIN_AFTER_MS = 200

/**
 * A line to the cluster that mends itself for as long as it is open. Refuses in words when no server answers now, when it is no JetStream,
 * or when the password is wrong.
 */
export async function connectStream(
  { servers, user, password, tls }: StreamAddress,
  name: string,
): Promise<({ ok: true } & StreamLine) | { ok: false; words: string[] }> {
  const at = servers.join('、')
  try {
    const line = await connect({
      servers: [...servers],
      name,
      ...(user !== null && { user, pass: password ?? '' }),
      ...(tls && { tls: {} }),
      timeout: CONNECT_WITHIN_MS,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 200,
      reconnectJitter: 100,
      pingInterval: PING_EACH_MS,
      maxPingOut: 2,
      ignoreClusterUpdates: false,
    })
    try {
      const manager = await managerOnceLed(line)
      return { ok: true, line, manager, client: jetstream(line, { timeout: ASK_WITHIN_MS }) }
    } catch (broken) {
      await line.close()
      if (isAnswerMissing(broken))
        return {
          ok: false,
          words: [`日志服务器 ${at} 没有开 JetStream。请在它的配置里写上 jetstream 一节，再启动（docs/city.md）。`],
        }
      throw broken
    }
  } catch (broken) {
    const { name: kind, message } = broken as Error
    if (/Authorization|Authentication/i.test(`${kind} ${message}`))
      return { ok: false, words: [`日志服务器 ${at} 不认这个用户名和密码。请改好 TINGSHI_LOG 里的。`] }
    return {
      ok: false,
      words: [
        `连不上日志服务器（NATS）${at}。请看它开没开、网线插没插；没装过的，在那台电脑上运行 apt-get install nats-server。`,
        '日志放在服务器上的大厅，没有它不能开门：别的网关可能正在写。只有一台网关的，去掉 TINGSHI_LOG 就用本机的日志。',
      ],
    }
  }
}

async function managerOnceLed(line: NatsConnection): Promise<JetStreamManager> {
  const until = monotonic() + LEADER_WITHIN_MS
  for (;;) {
    try {
      return await jetstreamManager(line, { timeout: ASK_WITHIN_MS })
    } catch (broken) {
      if (isAnswerMissing(broken) || monotonic() > until) throw broken
      await pause(AGAIN_AFTER_MS)
    }
  }
}

const isAnswerMissing = (broken: unknown): boolean =>
  /no responders|not enabled/i.test(`${(broken as Error).message} ${String((broken as Error).cause ?? '')}`)

/**
 * The hall's own stream, made when it is not there: on files, nothing is ever thrown away or taken out, and what does not fit is refused.
 * Gives back when it was made, which tells one stream of this name from the next.
 */
export async function ensureStream(
  { manager }: Pick<StreamLine, 'manager'>,
  stream: string,
  subject: string,
  replicas: number,
): Promise<string> {
  try {
    return (await manager.streams.info(stream)).created
  } catch (broken) {
    if (!nothingThere(broken)) throw broken
  }
  try {
    const made = await manager.streams.add({
      name: stream,
      subjects: [subject],
      storage: 'file',
      retention: 'limits',
      discard: 'new',
      deny_delete: true,
      deny_purge: true,
      num_replicas: replicas,
    })
    return made.created
  } catch (broken) {
    // The other gateway made it in the same moment.
    if (isApiError(broken, NAME_IN_USE)) return (await manager.streams.info(stream)).created
    throw broken
  }
}
/** JSStreamNameExistErr */
const NAME_IN_USE = 10058
