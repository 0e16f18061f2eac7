import './devices/hid/enough-threads.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pino from 'pino'
import { openAudience } from './audience.ts'
import { readEnvironment, readHall } from './config.ts'
import { readRecordings } from './hall/read-recordings.ts'
import { sayEmergencyGaps, sayVoiceGaps, voiceGaps } from './hall/voice-gaps.ts'
import { openDevices } from './opening/open-devices.ts'
import { openDoors } from './opening/open-doors.ts'
import { openRecords } from './opening/open-records.ts'
import { keepDoing } from './work/keep-doing.ts'
import { type Actor, bearer } from './rights/actor.ts'
import { REFUSAL_STANDS_MS, openAgentDoor } from './server/agent-door.ts'
import { lentSignIns } from './server/lent-sign-ins.ts'
import { foreignHosts } from './server/own-host.ts'
import { pagePresence } from './server/page-presence.ts'
import { strangerGuards } from './server/stranger-guards.ts'
import { openUpgradeDoor } from './server/upgrade-door.ts'
import { upgradeRefusals } from './server/upgrade-refusals.ts'
import { findVoice } from './speech/find-voice.ts'
import { openSpeech } from './speech/open-speech.ts'
import { runVoice } from './speech/run-voice.ts'
import { diskTrouble, troubleWords } from './store/disk-trouble.ts'
import { after, monotonic } from './time.ts'
import { takeWriterLock } from './store/writer-lock.ts'
import { watchRecords } from './board/watch-records.ts'
import { endWith, giveUp, standBack, stopOnSignal } from './end-process.ts'
import { openCity } from './opening/open-city.ts'
import { openClock } from './opening/open-clock.ts'
import { openLead } from './opening/open-lead.ts'
import { openLog } from './opening/open-log.ts'
import { openPeople } from './opening/open-people.ts'
import { openUpkeep } from './opening/open-upkeep.ts'
import { openTrouble } from './opening/open-trouble.ts'
import { asCalledHere } from './own-command.ts'
import { certificateFault, openWeb } from './opening/open-web.ts'
import { soon } from './work/soon.ts'
import { tellSystemd } from './work/tell-systemd.ts'

const { version: VERSION } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  version: string
}
const LOCK_WAIT_MS = 5_000
/** A command line that could not tell what it did: whoever was let go is out within a second all the same. */
const ACCESS_CHECK_MS = 500
/** Whoever was idle for too long is out within this. */
const IDLE_CHECKS = 20
const DAY_CHECK_MS = 30_000
/** Pages that waited for the gateway are back by then. */
const SETTLED_MS = 5_000

/** Opens everything in order: settings, hall, records, devices, doors. What was opened last is closed first. */
async function main(): Promise<void> {
  const settings = readEnvironment(process.env)
  if (!settings.ok) return giveUp([settings.message])
  const { dataDir, hallDir, demo, life } = settings
  const fault = certificateFault(settings)
  if (fault !== null) return giveUp([fault])
  const read = readHall(hallDir)
  if (!read.ok)
    return giveUp(
      read.faults.map(({ file, line, column, key, message }) => `${file}:${line}:${column} ${key} ${message}`),
    )
  const { hall, matters } = read

  // Standard output carries the ready line alone; the log goes to standard error.
  const output = pino.destination(2)
  // Whoever reads along may go away; that is no reason to end.
  output.on('error', () => {})
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const serializers = { error: pino.stdSerializers.err }
  const logger = pino({ level: settings.logLevel, serializers }, output)
  const trouble = openTrouble(logger)
  const stack = new AsyncDisposableStack()
  const lock = takeWriterLock(dataDir, LOCK_WAIT_MS)
  if (!lock) return giveUp(['这个数据文件夹已经有一个网关在用。请先停掉那一个，或换一个 TINGSHI_DATA。'])
  stack.defer(() => lock.release())
  const gaps = voiceGaps(hall, readRecordings(join(hallDir, 'sounds')))
  for (const line of [...sayVoiceGaps(gaps), ...sayEmergencyGaps(hall)]) logger.warn(line)

  const { stream } = settings
  // Whoever is on the way out has handed the hall over.
  const onOtherWriter = (): void => void (stack.disposed || standBack())
  const onStream = stream && { address: stream, hallId: hall.id, onOtherWriter }
  const kept = await openLog(dataDir, (error) => logger.error({ error }, 'records'), onStream)
  if (!kept.ok) {
    await stack.disposeAsync()
    return giveUp(kept.words)
  }
  stack.defer(() => kept.log.close())
  const onStop = (error: unknown): void => logger.error({ error }, 'stop')
  if (kept.stream !== null) stopOnSignal(stack, onStop)
  let isNotified = false
  const notify = (): void => {
    if (!isNotified) stack.defer(tellSystemd(process.env, trouble.at('systemd')))
    isNotified = true
  }
  const onFollowing = (url: string): void => {
    console.log(`standing by ${url}`)
    notify()
  }
  const lead = await openLead(
    {
      settings,
      version: VERSION,
      hall,
      matters,
      kept,
      trouble,
      standBack: onOtherWriter,
      onFollowing,
      giveUp: endWith,
    },
    stack,
  )
  if (lead === null) return
  if (kept.warning !== null) logger.warn(asCalledHere(kept.warning))
  // A hall where people work never loads this.
  const living = life ? await import('./life/open-life.ts') : null
  const sample = living?.openSampleClock(kept.state, hall) ?? null
  const { clock, correctsDay } = sample ?? openClock(kept.state, demo)
  const { now } = clock

  const audience = openAudience()
  const records = await openRecords({ settings, hall, matters, audience, logger, kept, clock, correctsDay }, stack)
  const lived = sample
    ? await living?.openLife(records.office, sample.clock, () => audience.invalidate(), trouble.at('life'))
    : null
  if (lived) stack.defer(() => lived.stop())

  const people = await openPeople(records, hall, settings, trouble.at('people'), stack)
  const signIns = lentSignIns()
  const actorOf = (token: string): Actor | null => {
    const lent = signIns.actorOf(token)
    const known = lent ? null : records.tokenOf(token)
    return lent ?? (known ? bearer(known.name, known.roles) : people.devices.actorOf(token))
  }
  const web = openWeb(settings, logger, trouble, now, stack)
  const guards = strangerGuards(hall)
  const onForeignHost = foreignHosts((words) => logger.warn(words))
  const refusalOf = upgradeRefusals({ ...guards, publicUrl: hall.publicUrl, onForeignHost })
  const upgrades = openUpgradeDoor(web.server, {
    refusalOf: (request) => (lead.isCutOff() ? { code: 'standby', details: {} } : refusalOf(request)),
    onBroken: trouble.at('upgrade'),
  })
  const addressOf = (): string => hall.publicUrl ?? web.address().url
  const agents = openAgentDoor(upgrades, {
    actorOf,
    terminals: hall.terminals.map(({ id }) => id),
    now,
    ticks: monotonic,
    onBroken: trouble.at('agents'),
    refusalMs: REFUSAL_STANDS_MS,
  })
  stack.defer(() => agents.close())

  // After the doors and the devices: a slip that was being printed is confirmed by whoever prints it.
  stack.defer(lead.stepAside)
  const presence = pagePresence()
  const devices = await openDevices(
    { records, agents, audience, presence, guards, demo, addressOf, logger, trouble, now },
    stack,
  )
  const { mailPassword } = settings
  const { check, backups, webhooks, mails } = openUpkeep(
    { records, devices, audience, dataDir, stream: kept.stream, mailPassword, trouble, now },
    stack,
  )
  const warn = (words: string): void => logger.warn(words)
  const elsewhere = openCity(
    { address: settings.city, hall, records, dataDir, board: devices.board, alwaysOpen: demo, trouble, warn, now },
    stack,
  )
  const voice = findVoice(settings.speech, process.env.PATH ?? '')
  const doors = await openDoors(
    {
      settings,
      version: VERSION,
      records,
      devices,
      audience,
      presence,
      guards,
      web,
      openDoor: lead.openDoor,
      upgrades,
      onForeignHost,
      signIns,
      people,
      check,
      backups,
      webhooks,
      mails,
      actorOf,
      speech: openSpeech(voice && ((language, text) => runVoice(voice, language, text))),
      addressOf,
      life: lived ?? null,
      elsewhere,
      trouble,
      now,
    },
    stack,
  )

  await records.keepDays()
  const lookAtRecords = watchRecords(
    {
      office: records.office,
      board: devices.board,
      check,
      headMissing: kept.warning !== null,
      calendar: records.calendar,
      today: () => records.moment().day,
      onDamage: (line) => logger.error(line),
      onBroken: trouble.at('log check'),
      invalidate: audience.invalidate,
    },
    stack,
  )
  lookAtRecords()
  const keepDay = (): Promise<void> => records.keepDays().then(lookAtRecords)
  const dayCheck = keepDoing(DAY_CHECK_MS, keepDay, trouble.at('day check'))
  stack.defer(dayCheck.stop)
  const cut = (): void => {
    doors.askAgain()
    agents.askAgain()
  }
  records.access.onNote(soon(cut))
  let checks = 0
  const askAgain = (): void => {
    void people.recorder.record()
    checks += 1
    if (lead.isCutOff()) doors.sendAway()
    if (records.access.isNew() || checks % IDLE_CHECKS === 0) cut()
  }
  const accessCheck = keepDoing(ACCESS_CHECK_MS, askAgain, trouble.at('access'))
  stack.defer(accessCheck.stop)
  if (people.newAdmin) console.error(people.newAdmin(web.address().url))
  devices.start()
  if (kept.stream === null) stopOnSignal(stack, onStop)
  console.log(`ready ${web.address().url}`)
  notify()
  after(SETTLED_MS, giveBackWhatStartingTook)
}

/**
 * 20 MB of the hall's files, of the log that was replayed and of the thread that spelt its matters, in pages that the collector would keep
 * until it wants them: it takes a tenth of a second, once. Without start.ts there is no `gc`.
 */
function giveBackWhatStartingTook(): void {
  void globalThis.gc?.({ type: 'major', execution: 'async', flavor: 'last-resort' })
}

main().catch((broken: unknown) => {
  const known = broken as NodeJS.ErrnoException
  const words: Record<string, string> = {
    EADDRINUSE: '这个端口已经有程序在用。请换一个 TINGSHI_PORT，或先停掉那个程序。',
    EACCES: '没有权限使用这个端口或文件夹。请换一个，或改权限。',
  }
  const disk = troubleWords[diskTrouble(broken)]
  const ofDisk = diskTrouble(broken) === 'other' ? null : `${disk.word}。${disk.todo}`
  console.error(words[known.code ?? ''] ?? ofDisk ?? known.message ?? String(broken))
  process.exit(1)
})
