import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { counterRanges } from '../../../gateway/contract/counter-ranges.ts'
import type { FloorPlan } from '../../../gateway/contract/plan.ts'
import { accessToken } from '../../../gateway/client/access.ts'
import { askFile } from '../../../gateway/client/ask.ts'
import { after, ticks } from '../../../gateway/client/page-clock.ts'
import { FloorDrawing } from '../../shared/plan/floor-drawing.tsx'
import { wholeFloor } from '../../shared/plan/frame.ts'
import { FramedPage } from '../edit/framed-page.tsx'
import { useRoom } from '../edit/use-room.ts'
import { type Parts, valueAt } from './draft.ts'
import type { Spot } from './tree.ts'
import { say } from './words.ts'

interface Row {
  id?: string
  name?: string
  zone?: string
  queues?: string[]
}
const rowsOf = (parts: Parts, part: string): Row[] => (Array.isArray(parts[part]) ? (parts[part] as Row[]) : [])

/** What there is to see of the page that is open: as it will be where the hall draws it itself, else the real page as it is now. */
export function Preview({ spot, parts, before }: { spot: Spot; parts: Parts; before: Parts }): JSX.Element {
  const row = spot.row ?? 0
  switch (spot.branch) {
    case 'plan':
      return <PlanPreview parts={parts} nth={row} />
    case 'slip':
      return <SlipPreview slip={valueAt(parts, ['slip'])} />
    case 'queues':
      return <QueuePreview queue={rowsOf(parts, 'queues')[row]} parts={parts} before={before} />
    case 'screens':
      return <Real kind="screen" id={rowsOf(before, 'screens')[row]?.id} width={1920} height={1080} />
    case 'terminals':
      return <Real kind="terminal" id={rowsOf(before, 'terminals')[row]?.id} width={1080} height={1920} />
    case 'panels':
      return <Real kind="panel" id={rowsOf(before, 'panels')[row]?.id} width={808} height={202} />
    case 'counters':
      return <Real kind="strip" id={rowsOf(before, 'counters')[row]?.id} width={1280} height={400} />
    case 'voice':
    case 'languages':
    case 'layouts':
    case 'notices':
    case 'hall':
      return <Real kind="screen" id={rowsOf(before, 'screens')[0]?.id} width={1920} height={1080} />
    default:
      return <p class="hall-still">{say('previewNone')}</p>
  }
}

const addresses = {
  screen: '/display/?screen=',
  terminal: '/kiosk/?terminal=',
  panel: '/led/?panel=',
  strip: '/strip/?counter=',
} as const
/** What the column beside the form has room for. */
const WIDEST = innerWidth < 1600 ? 350 : 516
const HIGHEST = 420

/** The page itself, made small, as it is now. */
function Real({
  kind,
  id,
  width,
  height,
}: {
  kind: keyof typeof addresses
  id: string | undefined
  width: number
  height: number
}): JSX.Element {
  const { box, room } = useRoom({ width: WIDEST, height: HIGHEST })
  if (id === undefined) return <p class="hall-still">{say('previewNone')}</p>
  return (
    <figure class="hall-real" ref={box}>
      <figcaption>
        {say(`frames.${kind}`, { id })} · {say('previewNow')}，{say('previewLater')}
      </figcaption>
      <FramedPage
        title={say(`frames.${kind}`, { id })}
        src={`${addresses[kind]}${encodeURIComponent(id)}`}
        width={width}
        height={height}
        room={{ width: room.width, height: HIGHEST }}
        frame={null}
      />
    </figure>
  )
}

function PlanPreview({ parts, nth }: { parts: Parts; nth: number }): JSX.Element {
  const plan = valueAt(parts, ['plan', nth]) as Partial<FloorPlan> | undefined
  const isWhole = Array.isArray(plan?.size) && plan.size.every((one) => typeof one === 'number' && one > 0)
  if (!plan || !isWhole) return <p class="hall-still">{say('previewNone')}</p>
  const whole: FloorPlan = {
    floor: String(plan.floor),
    size: plan.size as FloorPlan['size'],
    zones: plan.zones ?? [],
    places: (plan.places ?? []).map((place) => ({ ...place, up: place.up ?? null })),
    terminals: plan.terminals ?? [],
    walks: (plan.walks ?? []).map((walk) => ({ ...walk, steps: walk.steps ?? false })),
  }
  const countersOf = (zone: string): string[] =>
    rowsOf(parts, 'counters').flatMap((one) => (one.zone === zone && one.id !== undefined ? [one.id] : []))
  const nameOf = (zone: string): string =>
    (rowsOf(parts, 'floors') as { zones?: Row[] }[]).flatMap(({ zones }) => zones ?? []).find(({ id }) => id === zone)
      ?.name ?? zone
  return (
    <FloorDrawing
      plan={whole}
      frame={wholeFloor(whole)}
      zoneName={nameOf}
      countersOf={countersOf}
      countersWords={(zone) => counterRanges(countersOf(zone))}
      here={null}
      hereWords=""
      way={[]}
      goalZone={null}
      goalCounters={[]}
      goalPlace={null}
      label={say('planAlt', { floor: whole.floor })}
      width={WIDEST}
    />
  )
}

/** Drawn by the gateway for the printer, from what is not saved yet. */
function SlipPreview({ slip }: { slip: unknown }): JSX.Element {
  const [url, setUrl] = useState<string | null>(null)
  const said = JSON.stringify(slip)
  useEffect(() => {
    let left = false
    const callOff = after(400, () => {
      const madeAt = ticks()
      void accessToken('supervisor', null)
        .then((token) => askFile('/api/v1/hall-settings/slip', { token, body: { slip }, madeAt }))
        .then((answer) => {
          if (!left) setUrl(answer.ok ? URL.createObjectURL(answer.body) : null)
        })
    })
    return () => {
      left = true
      callOff()
    }
  }, [said])
  return url === null ? (
    <p class="hall-still">{say('slipWrong')}</p>
  ) : (
    <img class="hall-slip" src={url} alt={say('slipAlt')} />
  )
}

/** The strip of one of its counters, and a screen on which it is called. */
function QueuePreview({ queue, parts, before }: { queue: Row | undefined; parts: Parts; before: Parts }): JSX.Element {
  const counter = rowsOf(parts, 'counters').find(({ queues }) => queues?.includes(queue?.id ?? ''))
  const isThere = rowsOf(before, 'counters').some(({ id }) => id === counter?.id)
  return (
    <>
      {isThere && <Real kind="strip" id={counter?.id} width={1280} height={400} />}
      <Real kind="screen" id={rowsOf(before, 'screens')[0]?.id} width={1920} height={1080} />
    </>
  )
}
