/** The word after `--name`, or behind its `=`; null = it is not there, or another option follows. */
export function valueOf(args: readonly string[], name: string): string | null {
  const at = args.findIndex((word) => word === name || word.startsWith(`${name}=`))
  const value = at < 0 ? undefined : args[at] === name ? args[at + 1] : args[at]?.slice(name.length + 1)
  return value === undefined || value === '' || value.startsWith('--') ? null : value
}
