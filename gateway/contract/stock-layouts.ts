import { type WallLayout, wallLayout } from './wall-layout.ts'

/** The layouts that every hall has; a hall's own `layouts.yaml` adds to them, or replaces one under its id. */
export const stockLayouts: readonly WallLayout[] = [
  {
    id: 'classic',
    name: '横屏：叫号和排队',
    stage: [1920, 1080],
    zones: [
      { kind: 'calls', box: [40, 32, 1310, 940] },
      { kind: 'brand', box: [1384, 32, 500, 110] },
      { kind: 'clock', box: [1384, 142, 500, 160] },
      { kind: 'waiting', box: [1384, 318, 500, 382] },
      { kind: 'missed', box: [1384, 716, 500, 256] },
      { kind: 'ticker', box: [0, 992, 1920, 88] },
    ],
  },
  {
    id: 'far',
    name: '横屏：远处看，字最大',
    stage: [1920, 1080],
    zones: [
      { kind: 'brand', box: [40, 12, 1500, 88] },
      { kind: 'clock', box: [1560, 12, 320, 88] },
      { kind: 'calls', box: [40, 108, 1840, 872] },
      { kind: 'ticker', box: [0, 992, 1920, 88] },
    ],
  },
  {
    id: 'media',
    name: '横屏：叫号和图片',
    stage: [1920, 1080],
    zones: [
      { kind: 'calls', box: [40, 32, 1060, 640] },
      { kind: 'brand', box: [1132, 32, 440, 96] },
      { kind: 'clock', box: [1588, 32, 292, 96] },
      { kind: 'media', box: [1132, 144, 748, 528] },
      { kind: 'waiting', box: [40, 696, 640, 276] },
      { kind: 'missed', box: [712, 696, 388, 276] },
      { kind: 'notices', box: [1132, 696, 748, 276] },
      { kind: 'ticker', box: [0, 992, 1920, 88] },
    ],
  },
  {
    id: 'portrait',
    name: '竖屏',
    stage: [1080, 1920],
    zones: [
      { kind: 'brand', box: [40, 32, 640, 116] },
      { kind: 'clock', box: [700, 32, 340, 116] },
      { kind: 'calls', box: [40, 168, 1000, 900] },
      { kind: 'waiting', box: [40, 1100, 1000, 390] },
      { kind: 'missed', box: [40, 1522, 1000, 264] },
      { kind: 'ticker', box: [0, 1820, 1080, 100] },
    ],
  },
  {
    id: 'uhd',
    name: '4K 大屏',
    stage: [3840, 2160],
    unit: 2,
    zones: [
      { kind: 'calls', box: [80, 64, 2440, 1880] },
      { kind: 'brand', box: [2600, 64, 1160, 200] },
      { kind: 'clock', box: [2600, 264, 620, 260] },
      { kind: 'load', box: [2600, 560, 1160, 816] },
      { kind: 'missed', box: [2600, 1432, 1160, 512] },
      { kind: 'ticker', box: [0, 1984, 3840, 176] },
    ],
  },
  {
    id: 'pair',
    name: '两块屏并排',
    stage: [3840, 1080],
    seams: [1920],
    zones: [
      { kind: 'calls', box: [40, 32, 1840, 940], columns: 1 },
      { kind: 'brand', box: [1960, 32, 900, 110] },
      { kind: 'clock', box: [3300, 32, 500, 150] },
      { kind: 'waiting', box: [1960, 200, 860, 500] },
      { kind: 'media', box: [2860, 200, 940, 500] },
      { kind: 'missed', box: [1960, 716, 860, 256] },
      { kind: 'notices', box: [2860, 716, 940, 256] },
      { kind: 'ticker', box: [0, 992, 1920, 88] },
      { kind: 'ticker', box: [1920, 992, 1920, 88] },
    ],
  },
].map((one) => wallLayout.parse(one))
