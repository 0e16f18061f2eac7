/** A pipe of bytes without meaning. One write at a time; who joins it with a protocol keeps the order. */
export interface Link {
  /** Resolves when the bytes were handed to the other side's buffer; rejects when the link is gone. */
  write(bytes: Uint8Array): Promise<void>
  onData(listener: (bytes: Uint8Array) => void): () => void
  onClose(listener: () => void): () => void
  /** Gently: what was written still goes out. */
  close(): void
  /** At once: what still stands in a send buffer goes nowhere. For work that was given up, which must not come out a minute later. */
  reset(): void
  /** On a line that several devices share: the work has it to itself, from its question to the answer. */
  alone?<T>(work: () => Promise<T>): Promise<T>
}
