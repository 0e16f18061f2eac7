import { type ReadonlySignal, computed, signal } from '@preact/signals'

/**
 * How one visitor wants the terminal: 长辈关怀版, 低位, 高对比. They combine, and each is gone with the visitor. Style sheets know them by
 * the class names that `look` holds.
 */
export function openModes() {
  const elder = signal(false)
  const low = signal(false)
  const contrast = signal(false)
  const all = { elder, low, contrast }
  const look: ReadonlySignal<string> = computed(() =>
    Object.entries(all)
      .filter(([, mode]) => mode.value)
      .map(([name]) => name)
      .join(' '),
  )
  return {
    ...all,
    look,
    isOn: (): boolean => look.value !== '',
    leave(): void {
      for (const mode of Object.values(all)) mode.value = false
    },
  }
}
