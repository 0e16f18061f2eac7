import { expect, test } from 'vitest'
import { findDamage } from '../../gateway/store/find-damage.ts'
import { closeStreams, counterEvents, openStreamAt, seqsOf, upTo } from '../support/open-stream.ts'
import { type NatsServer, natsHere, runNatsCluster } from '../support/run-nats.ts'

test.skipIf(natsHere === null)(
  'JS12 with three copies the leader is killed again and again: each acknowledged turn is there once',
  async () => {
    const cluster = await runNatsCluster()
    try {
      const hall = 'three'
      const log = await openStreamAt({ address: `${cluster.address}/?replicas=3`, hall })
      let seq = (await log.end()).seq
      for (let round = 0; round < 3; round++) {
        const writing = (async () => {
          for (const until = seq + 60; seq < until; ) seq = (await log.append(seq, counterEvents(seq + 1, 1), [])).seq
        })()
        await new Promise((done) => setTimeout(done, 30))
        const victim = cluster.servers[round] as NatsServer
        await victim.kill()
        await writing
        await victim.start()
      }
      const reader = await openStreamAt({ address: `${cluster.address}/?replicas=3`, hall })
      expect(await seqsOf(reader)).toEqual(upTo(180))
      expect((await findDamage(reader, await log.end())).damages).toEqual([])
    } finally {
      await closeStreams()
      await cluster.discard()
    }
  },
)
