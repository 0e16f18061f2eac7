/** What keeps the hall's log from being written or read: its file, or the server on which it lies. */
export type DiskTrouble = 'disk-full' | 'read-only' | 'damaged' | 'locked' | 'stream-away' | 'stream-full' | 'other'

/** SQLITE_IOERR_SHMSIZE: no room for the index of the WAL. */
const NO_ROOM_FOR_INDEX = 4874
const IO_ERROR = 10
const bySqlite: Record<number, DiskTrouble> = {
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  11: 'damaged',
  13: 'disk-full',
  26: 'damaged',
}
const bySystem: Record<string, DiskTrouble> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  STREAM_AWAY: 'stream-away',
  STREAM_FULL: 'stream-full',
}

/** By SQLite's primary result code (sqlite.org/rescode.html) or the system's error code. */
export function diskTrouble(broken: unknown): DiskTrouble {
  const { code, errcode } = (broken ?? {}) as { code?: string; errcode?: number }
  if (errcode === NO_ROOM_FOR_INDEX) return 'disk-full'
  return bySqlite[(errcode ?? 0) & 0xff] ?? bySystem[code ?? ''] ?? 'other'
}
/** While the file is opened and read back: it is broken, cannot be read, is a folder, or lacks what a hall's file has. */
export function isDamaged(broken: unknown): boolean {
  const { errcode = 0, message = '' } = (broken ?? {}) as { errcode?: number; message?: string }
  return diskTrouble(broken) === 'damaged' || (errcode & 0xff) === IO_ERROR || /^no such table/.test(message)
}

/** For staff: what it is, and what somebody should do. */
export const troubleWords: Record<DiskTrouble, { word: string; todo: string }> = {
  'disk-full': { word: '硬盘满了，新的号和操作记不下来', todo: '请管理员清理网关电脑的硬盘，清出地方后会自己恢复。' },
  'read-only': {
    word: '数据文件夹不能写，新的号和操作记不下来',
    todo: '请管理员改好数据文件夹的写权限，再重新启动网关。',
  },
  damaged: { word: '数据文件坏了，新的号和操作记不下来', todo: '请管理员停掉网关，用最近的备份恢复。' },
  locked: { word: '数据文件被别的程序占用，新的号和操作记不下来', todo: '请管理员关掉占用数据文件的程序。' },
  'stream-away': {
    word: '连不上日志服务器，新的号和操作记不下来',
    todo: '请管理员看日志服务器（NATS）开没开、网线插没插；连上后会自己恢复。',
  },
  'stream-full': {
    word: '日志服务器满了，新的号和操作记不下来',
    todo: '请管理员给日志服务器（NATS）加硬盘或放宽它的限额，有地方后会自己恢复。',
  },
  other: { word: '新的号和操作记不下来', todo: '请管理员查看网关电脑的硬盘和网关日志。' },
}
