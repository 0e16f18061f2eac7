import type { Hall } from './contract/hall.ts'
import { demoStaff } from './people/demo-staff.ts'
import { firstAdmin } from './people/first-admin.ts'
import { type StaffRegister, staffRegister } from './people/register.ts'
import { type SignIns, openSignIns } from './people/sign-ins.ts'
import type { Records } from './open-records.ts'
import { tryToWrite } from './store/try-to-write.ts'
import { wallTime } from './time.ts'
import { keepDoing } from './work/keep-doing.ts'

export interface People {
  signIns: SignIns
  register: StaffRegister
  /** A hall without an admin has made one: the words for whoever started it. null = there is one. */
  newAdmin: ((url: string) => string) | null
}

const SWEEP_MS = 60_000

/** Who works here and who is signed in, in the file beside the log. */
export async function openPeople(
  { database, access }: Pick<Records, 'database' | 'access'>,
  hall: Hall,
  demo: boolean,
  onBroken: (error: unknown) => void,
  stack: AsyncDisposableStack,
): Promise<People> {
  const { idleMinutes, secondStepFor } = hall.signIn
  const signIns = openSignIns({
    database,
    now: wallTime,
    idleMs: idleMinutes * 60_000,
    secondStepFor,
    hallName: hall.name,
    onChange: access.note,
  })
  // A disk that takes no writes keeps nobody from calling numbers.
  if (demo) tryToWrite(() => demoStaff(database, hall, wallTime()), onBroken)
  const made = demo ? null : await firstAdmin(database, wallTime()).catch((broken) => void onBroken(broken))
  const sweep = keepDoing(SWEEP_MS, signIns.sweep, onBroken)
  stack.defer(() => sweep.stop())
  return {
    signIns,
    register: staffRegister(database, wallTime),
    newAdmin: made
      ? (url) =>
          `这个大厅还没有管理员。请在浏览器打开 ${url}/sign-in ，用工号 ${made.number} 和一次性密码 ${made.code} 登录。密码只在这里显示，三天内有效；没用过的，下次启动会换一个。`
      : null,
  }
}
