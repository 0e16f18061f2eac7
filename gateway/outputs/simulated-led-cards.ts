import type { Panel } from '../contract/hall.ts'
import { bx6Colour } from './open-led-card.ts'
import { fakeBx6 } from '../devices/fake/led/fake-bx6.ts'
import type { FakeCard } from '../devices/fake/led/fake-card.ts'
import { type FakeCardServer, startFakeCard } from '../devices/fake/led/fake-card-server.ts'
import { fakeHuidu, fakeNovastar } from '../devices/fake/led/fake-picture-cards.ts'
import { fakeBxk, fakeStrip } from '../devices/fake/led/fake-word-cards.ts'

export interface SimulatedLedCards {
  portOf(panelId: string): number
  /** The card behind a panel; null when it is not simulated. */
  cardOf(panelId: string): FakeCardServer | null
  close(): Promise<void>
}

/** Simulated cards get their TCP server here and are then driven as any other. `invalidate`: a panel shows something else. */
export async function simulatedLedCards(panels: readonly Panel[], invalidate: () => void): Promise<SimulatedLedCards> {
  const servers = new Map<string, FakeCardServer>()
  for (const panel of panels) {
    if (panel.card?.link.kind !== 'simulated') continue
    const server = await startFakeCard(fakeCardOf(panel, panel.card))
    server.card.onChange(invalidate)
    servers.set(panel.id, server)
  }
  return {
    portOf: (panelId) => servers.get(panelId)?.port ?? 0,
    cardOf: (panelId) => servers.get(panelId) ?? null,
    close: async () => void (await Promise.all([...servers.values()].map((server) => server.close()))),
  }
}

function fakeCardOf({ width, height }: Panel, card: NonNullable<Panel['card']>): FakeCard {
  switch (card.kind) {
    case 'bx6':
      return fakeBx6({ width, height, colour: bx6Colour(card) })
    case 'bxk':
      return fakeBxk({ width, height, model: card.model, address: card.address })
    case 'huidu':
      return fakeHuidu({ width, height })
    case 'novastar':
      return fakeNovastar({ width, height })
    case 'template':
      return fakeStrip({ width, height, frame: card.frame, address: card.address })
  }
}
