/** Which queues a counter serves today; the hall folder's own arrangement comes back with the next day. */
export type LineEvent = { type: 'counter-assigned'; counterId: string; queues: string[] } | { type: 'counter-restored'; counterId: string }
