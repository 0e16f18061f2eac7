/** `headset-in`, `headset-out`: the plug of its earphones; `read`, `louder`, `softer`: reading aloud. */
export const keypadKeys = [
  'up',
  'down',
  'left',
  'right',
  'ok',
  'back',
  'help',
  'headset-in',
  'headset-out',
  'read',
  'louder',
  'softer',
] as const
