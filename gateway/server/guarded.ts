/** A listener of one socket: when it breaks, that is told, this socket ends, and nobody else notices. */
export const guarded =
  <Heard extends unknown[]>(
    socket: { terminate(): void },
    onBroken: (error: unknown) => void,
    listener: (...heard: Heard) => void,
  ) =>
  (...heard: Heard): void => {
    try {
      listener(...heard)
    } catch (broken) {
      socket.terminate()
      onBroken(broken)
    }
  }
