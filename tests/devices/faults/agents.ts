import { type Server, type Socket, connect, createServer } from 'node:net'

import { CALLS, type FaultRow, bad, fine, noPaper } from './fault-row.ts'

let holder: Server | null = null
const sockets = new Set<Socket>()
/** Of the program on K3's computer: its door for the terminal's own page. */
const ownPage = (fault: string, plant: FaultRow['plant'], mend: FaultRow['mend']): FaultRow => ({
  ...noPaper(fault, '终端的设备程序', 'agent-K3', fine, null, '请取走号票', CALLS),
  paper: { at: 'PR3', is: 'printed' },
  plant,
  mend,
})
export const doors: FaultRow[] = [
  ownPage(
    '本机端口被别的程序占着',
    async ({ k3: { door } }) => {
      door.close()
      holder = createServer()
      await new Promise<void>((done) => holder?.listen(door.port, '127.0.0.1', done))
      await door.restart()
      if (door.isOpen()) throw new Error('the port was not taken')
    },
    async ({ k3: { door } }) => {
      await new Promise((done) => holder?.close(done))
      await door.restart()
      if (!door.isOpen()) throw new Error('the port is still taken')
    },
  ),
  ownPage(
    '别的网页和程序不停地问本机端口',
    async ({ k3: { door } }) => {
      const ask = {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://evil.example' },
        body: '{}',
      }
      for (let nth = 0; nth < 60; nth += 1) {
        const socket = connect(door.port, '127.0.0.1', () =>
          socket.write(`POST /who HTTP/1.1\r\nHost: x\r\nContent-Length: 999999\r\n\r\n`),
        )
        sockets.add(socket.on('error', () => {}))
      }
      const answers = await Promise.all(
        Array.from({ length: 20 }, () =>
          fetch(`http://127.0.0.1:${door.port}/who`, ask).then(
            ({ status }) => status,
            () => 0,
          ),
        ),
      )
      if (answers.some((status) => status === 200)) throw new Error('a stranger was answered')
    },
    () => {
      for (const socket of sockets) socket.destroy()
    },
  ),
]

const lookAtComputer = '看那台电脑开没开、网线插没插；都好就重启那台电脑。'
export const agents: FaultRow[] = [
  {
    ...noPaper(
      '设备程序断了又回来',
      '终端的设备程序',
      'agent-K3',
      bad('离线'),
      `3 号终端的设备程序离线：${lookAtComputer}`,
      '打印机暂时连不上',
      CALLS,
    ),
    paper: { at: 'PR3', is: 'waits' },
    slipCard: '3 号打印机没打出来，打印机没连上',
    plant: ({ k3 }) => k3.stopAgent(),
    mend: ({ k3 }) => k3.startAgent(),
  },
  {
    ...noPaper(
      '另一台电脑说是同一个终端',
      '终端的设备程序',
      'agent-K3',
      { state: 'warning', word: '另一台电脑已经是终端 K3 了。' },
      null,
      '请取走号票',
      CALLS,
    ),
    todo: '3 号终端的设备程序：另一台电脑已经是终端 K3 了。请到那台电脑上改终端编号，或停掉它的设备程序。',
    paper: { at: 'PR3', is: 'printed' },
    plant: ({ k3 }) => k3.startSecondAgent(),
    mend: ({ k3 }) => k3.stopSecondAgent(),
  },
]
