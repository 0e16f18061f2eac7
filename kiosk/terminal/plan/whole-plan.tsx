import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import { after } from '../../../gateway/client/page-clock.ts'
import type { FloorPlan, Point } from '../../../gateway/contract/plan.ts'
import { FloorDrawing, type Touched } from '../../shared/plan/floor-drawing.tsx'
import { PlaceSign } from '../../shared/plan/floor-marks.tsx'
import { wholeFloor } from '../../shared/plan/frame.ts'
import { findRoute } from '../../../gateway/contract/ways/route.ts'
import { waySentence } from '../../shared/plan/way-sentence.ts'
import { Icon } from '../../../display/shared/icons.tsx'
import { QrCode } from '../../../display/shared/qr-code.tsx'
import type { WayGoal } from '../../../gateway/contract/ways/way-goal.ts'
import { wayAddress } from '../../../gateway/contract/ways/wished-way.ts'
import { facts, publicUrl } from '../hall-facts.ts'
import type { Session } from '../session.ts'
import { usePrinting } from '../use-printing.ts'
import { say } from '../words.ts'
import { CounterCells } from './counter-cells.tsx'
import { type Sought, soughtBefore, soughtCounter, soughtCounters, soughtPlace } from './sought.ts'
import { TargetCard } from './target-card.tsx'
import { countersIn, countersWords, floorName, standOf, zoneName } from './way-drawing.tsx'

/** Two rows of buttons; what is beyond them is still touched on the drawing. */
const BUTTONS = 10
/** The bar of the scale, metres. */
const SCALE_M = 10
/** So long the words of what was printed stand in the place of the buttons. */
const PRINTED_MS = 10_000

/** The hall from above: whatever is touched, typed or pressed, its way is drawn and told. */
export function WholePlan({ session }: { session: Session }): JSX.Element {
  const { terminal, where, press, printWay, refusal } = session
  const { stepFree, planGoal } = where.value.context
  const goal = useSignal<Sought | null>(soughtBefore(planGoal, stepFree))
  const floor = useSignal(goal.peek()?.floor ?? terminal.value?.terminal.floor ?? facts.value.plan[0]?.floor ?? '')
  /** The counter that is looked for, digit by digit; null = nobody looks for one. */
  const typed = useSignal<string | null>(null)
  /** The way is shown as a code, to be taken along. */
  const onPhone = useSignal(false)
  const sought = goal.value
  const wayGoal = sought && goalOfSought(sought)
  const names = { label: say('printWay'), printed: say('wayPrinted') }
  const printing = usePrinting(session, names, async () => wayGoal !== null && (await printWay(wayGoal)))
  // Then the buttons are there again.
  useEffect(() => (printing.isGood ? after(PRINTED_MS, printing.forget) : undefined), [printing.isGood])
  const plan = facts.value.plan.find((one) => one.floor === floor.value)
  if (!plan) return <p class="below unknown">{say('noPlan')}</p>
  const stand = terminal.value ? standOf(terminal.value.terminal) : null
  const route = (stand && sought && findRoute(facts.value.plan, stand, sought, stepFree)) ?? null
  const leg = route?.legs.find((one) => one.plan.floor === plan.floor)
  const paperWords = refusal.value ?? printing.words
  const seek = (what: Sought | null): void => {
    onPhone.value = false
    printing.forget()
    goal.value = what
    if (what) floor.value = what.floor
  }
  const type = (digits: string): void => {
    typed.value = digits
    seek(soughtCounter(digits, stepFree))
  }
  const touch = (touched: Touched): void => {
    typed.value = null
    if (touched.kind === 'place') seek(soughtPlace(plan.floor, touched.place))
    else
      seek(soughtCounters(touched.zone, touched.kind === 'counter' ? [touched.id] : countersIn(touched.zone), stepFree))
  }
  const here = stand?.floor === plan.floor ? stand.at : null
  const zone = sought?.floor === plan.floor && sought.zone !== null ? sought.zone : nearestZone(plan, here)
  return (
    <>
      <div class="above">
        <h1 class="serif">{say('planTile')}</h1>
        <TargetCard sought={sought} route={route} typed={typed.value} />
      </div>
      <div class="below">
        <div class="drawn">
          <FloorDrawing
            plan={plan}
            frame={wholeFloor(plan)}
            zoneName={(one) => zoneName(plan.floor, one)}
            countersOf={countersIn}
            countersWords={countersWords}
            here={here}
            hereWords={say('youAreHere')}
            way={leg?.way.points ?? []}
            goalZone={sought?.zone ?? null}
            goalCounters={sought?.counters ?? []}
            goalPlace={sought?.place?.at ?? null}
            label={route && sought ? waySentence({ route, goal: sought.desk, floorName, door: null }) : say('planAsk')}
            width={984}
            onTouch={touch}
          />
          <p class="scale">
            {say('planFacing')}
            <span>
              <i style={{ width: `${(SCALE_M / plan.size[0]) * 984}px` }} />
              {say('planScale', { metres: SCALE_M })}
            </span>
          </p>
        </div>
        {zone !== null && (
          <CounterCells
            key={zone}
            floor={plan.floor}
            zone={zone}
            sought={sought?.counters ?? []}
            onTouch={(counter) => touch({ kind: 'counter', zone, id: counter })}
          />
        )}
        <div class="floors">
          {facts.value.plan.map((one) => (
            <button
              type="button"
              key={one.floor}
              aria-pressed={one.floor === floor.value}
              onClick={() => {
                printing.forget()
                floor.value = one.floor
                if (sought?.floor !== one.floor && !route) goal.value = null
              }}
            >
              {floorName(one.floor)}
            </button>
          ))}
          <button
            type="button"
            class="find-counter"
            aria-pressed={typed.value !== null}
            onClick={() => {
              printing.forget()
              typed.value = typed.value === null ? '' : null
            }}
          >
            <Icon name="search" size={44} />
            {say('planFind')} <b class="num">{typed.value ?? ''}</b>
            {typed.value !== null && <Icon name="close" size={40} stroke={2} />}
          </button>
        </div>
        {onPhone.value && sought && terminal.value ? (
          <section class="card plan-code">
            <QrCode
              text={publicUrl.value + wayAddress({ terminal: terminal.value.terminal.id, goal: wayGoal, stepFree })}
              size={196}
              label={say('planTake')}
            />
            <b>{say('planTakeHint')}</b>
          </section>
        ) : paperWords !== null ? (
          <p class={`card plan-paper ${printing.isGood ? 'good' : ''}`} role="status">
            <Icon name="printer" size={64} />
            {paperWords}
          </p>
        ) : typed.value !== null ? (
          <CounterKeys typed={typed.value} onType={type} />
        ) : (
          <div class="places">
            {plan.places.slice(0, BUTTONS).map((place) => (
              <button
                type="button"
                class="outlined"
                key={`${place.kind} ${place.at}`}
                aria-pressed={sought?.place === place}
                onClick={() => seek(soughtPlace(plan.floor, place))}
              >
                <PlaceSign kind={place.kind} size={44} />
                {place.name}
              </button>
            ))}
          </div>
        )}
        <div class="plan-foot">
          <button
            type="button"
            class="outlined step-free"
            aria-pressed={stepFree}
            onClick={() => press({ type: 'step-free' })}
          >
            <Icon name={stepFree ? 'check' : 'wheelchair'} size={52} />
            {say('stepFree')}
          </button>
          {route && (
            <>
              <button
                type="button"
                class="outlined print-way"
                disabled={printing.isOff}
                onClick={() => {
                  onPhone.value = false
                  void printing.press()
                }}
              >
                <Icon name="printer" size={48} />
                {printing.label}
              </button>
              <button
                type="button"
                class="main-action take-way"
                aria-pressed={onPhone.value}
                onClick={() => void (onPhone.value = !onPhone.value)}
              >
                <Icon name="phone" size={48} />
                {say(onPhone.value ? 'planTakeBack' : 'planTake')}
              </button>
            </>
          )}
        </div>
      </div>
    </>
  )
}

/** What is looked for, as the paper and the phone are told of it. */
function goalOfSought({ place, floor, zone, counters }: Sought): WayGoal | null {
  const [counter] = counters
  if (place) return { kind: 'place', floor, name: place.name }
  if (counters.length === 1 && counter !== undefined) return { kind: 'counter', counter }
  return zone === null ? null : { kind: 'zone', zone }
}

/** Digits for a counter's number, three at most. */
function CounterKeys({ typed, onType }: { typed: string; onType: (digits: string) => void }): JSX.Element {
  return (
    <div class="places counter-keys">
      {[...'12345'].map((digit) => (
        <Digit key={digit} digit={digit} typed={typed} onType={onType} />
      ))}
      <button type="button" class="outlined" aria-label={say('delete')} onClick={() => onType(typed.slice(0, -1))}>
        <Icon name="erase" size={48} />
      </button>
      {[...'67890'].map((digit) => (
        <Digit key={digit} digit={digit} typed={typed} onType={onType} />
      ))}
      <button type="button" class="outlined" onClick={() => onType('')}>
        {say('clear')}
      </button>
    </div>
  )
}

const Digit = ({
  digit,
  typed,
  onType,
}: {
  digit: string
  typed: string
  onType: (digits: string) => void
}): JSX.Element => (
  <button type="button" class="outlined num" onClick={() => onType(`${typed}${digit}`.slice(-3))}>
    {digit}
  </button>
)

/** Whose counters are told before anything is touched: the zone one stands at; on another floor the first. */
function nearestZone({ zones }: FloorPlan, here: Point | null): string | null {
  const far = ({ at: [x, y], size: [width, depth] }: FloorPlan['zones'][number]): number =>
    here === null ? 0 : Math.hypot(x + width / 2 - here[0], y + depth / 2 - here[1])
  return zones.toSorted((one, other) => far(one) - far(other))[0]?.zone ?? null
}
