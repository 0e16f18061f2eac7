/** A pipe of bytes without meaning. One write at a time; whoever joins it with a protocol keeps the order. */
export interface Link {
  /** Resolves when the bytes were handed to the other side's buffer; rejects when the link is gone. */
  write(bytes: Uint8Array): Promise<void>
  onData(listener: (bytes: Uint8Array) => void): () => void
  onClose(listener: () => void): () => void
  close(): void
  /** On a line that several devices share: the work has it to itself, from its question to the answer. */
  alone?<T>(work: () => Promise<T>): Promise<T>
}
