import type { Settings } from '../config.ts'
import type { Hall } from '../contract/hall.ts'
import { demoStaff } from '../people/demo-staff.ts'
import { type EnrolledDevices, enrolledDevices } from '../people/enrolled-devices.ts'
import { type Enrolments, openEnrolments } from '../people/enrolments.ts'
import { firstAdmin } from '../people/first-admin.ts'
import { type Oidc, openOidc } from '../people/oidc.ts'
import { type StaffRegister, staffRegister } from '../people/register.ts'
import { type SignIns, openSignIns } from '../people/sign-ins.ts'
import { passwordsOf } from '../people/password.ts'
import { type RegisterRecorder, registerRecorder } from '../people/record-register.ts'
import type { Records } from './open-records.ts'
import { tryToWrite } from '../store/try-to-write.ts'
import { wallTime } from '../time.ts'
import { keepDoing } from '../work/keep-doing.ts'

export interface People {
  signIns: SignIns
  register: StaffRegister
  enrolments: Enrolments
  /** The city's own sign-in; null = this hall has none. */
  oidc: Oidc | null
  devices: EnrolledDevices
  /** What is done to the register, on its way to the log. */
  recorder: RegisterRecorder
  /** A hall without an admin has made one: the words for whoever started it. null = there is one. */
  newAdmin: ((url: string) => string) | null
}

const SWEEP_MS = 60_000

/** Who works here and who is signed in, in the file beside the log. */
export async function openPeople(
  { database, access, office }: Pick<Records, 'database' | 'access' | 'office'>,
  hall: Hall,
  { demo, oidcSecret, passwordCost }: Pick<Settings, 'demo' | 'oidcSecret' | 'passwordCost'>,
  onBroken: (error: unknown) => void,
  stack: AsyncDisposableStack,
): Promise<People> {
  const { idleMinutes, secondStepFor } = hall.signIn
  const passwords = passwordsOf(passwordCost)
  const signIns = openSignIns({
    database,
    passwords,
    now: wallTime,
    idleMs: idleMinutes * 60_000,
    secondStepFor,
    hallName: hall.name,
    onChange: access.note,
  })
  const recorder = registerRecorder(database, (report, by) => office.handle(report, by, null), onBroken)
  // What the command line did while no gateway ran.
  await recorder.record()
  // A disk that takes no writes keeps nobody from calling numbers.
  if (demo) tryToWrite(() => demoStaff(database, hall, wallTime()), onBroken)
  const made = demo ? null : await firstAdmin(database, passwords, wallTime()).catch((broken) => void onBroken(broken))
  await recorder.record()
  const devices = enrolledDevices(database, wallTime)
  const write = (): void => {
    signIns.sweep()
    devices.sweep()
  }
  const sweep = keepDoing(SWEEP_MS, write, onBroken)
  stack.defer(() => sweep.stop())
  return {
    signIns,
    register: staffRegister(database, passwords, wallTime),
    oidc: hall.signIn.oidc && openOidc(hall.signIn.oidc, oidcSecret, wallTime, onBroken),
    enrolments: openEnrolments(database, wallTime),
    devices,
    recorder,
    newAdmin: made
      ? (url) =>
          `这个大厅还没有管理员。请在浏览器打开 ${url}/sign-in ，用工号 ${made.number} 和一次性密码 ${made.code} 登录。密码只在这里显示，三天内有效；没用过的，下次启动会换一个。`
      : null,
  }
}
