import { expect, test } from 'vitest'
import { processTasks } from '../../gateway/show/process-tasks.ts'

test('SH12 a task has a turn of its own; one that breaks is told, and those after it come', async () => {
  const broken: unknown[] = []
  const tasks = processTasks((error) => void broken.push(error))
  const done: string[] = []
  const fault = new Error('a wall fell')
  tasks.soon(() => void done.push('first'))
  tasks.soon(() => {
    throw fault
  })
  tasks.soon(() => void done.push('last'))
  expect(done).toEqual([])
  await expect.poll(() => done).toEqual(['first', 'last'])
  expect(broken).toEqual([fault])
})

test('SH12 what is done every so often goes on after it broke, until it is stopped', async () => {
  const broken: unknown[] = []
  const tasks = processTasks((error) => void broken.push(error))
  let beats = 0
  const stop = tasks.every(5, () => {
    beats += 1
    if (beats === 1) throw new Error('a wall fell')
    if (beats === 3) stop()
  })
  const witness = { beats: 0 }
  const stopWitness = tasks.every(5, () => void (witness.beats += 1))
  // The other one shows that time went on after the stop.
  await expect.poll(() => beats === 3 && witness.beats > 8).toBe(true)
  stopWitness()
  expect([beats, broken.length]).toEqual([3, 1])
})

test('SH12 the time of the process only grows', async () => {
  const tasks = processTasks(() => {})
  const began = tasks.elapsed()
  await new Promise<void>((done) => tasks.soon(done))
  expect(tasks.elapsed()).toBeGreaterThan(began)
})
