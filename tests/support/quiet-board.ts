import { type BoardDeps, type DeviceBoard, deviceBoard } from '../../gateway/board/device-board.ts'

/** A board that nobody watches and that remembers nothing; `offOf`: what the office says is set aside. */
export const quietBoard = (hall: BoardDeps['hall'], offOf: BoardDeps['offOf'] = () => null): DeviceBoard =>
  deviceBoard({
    onNews: () => {},
    hall,
    offOf,
    isListening: () => false,
    isHeard: () => false,
    mayBeOff: () => false,
    remembered: new Map(),
    boundTo: () => null,
    now: Date.now,
  })
