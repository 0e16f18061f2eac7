import type { FunctionComponent } from 'preact'
import type { SectionProps } from './section-props.ts'

export interface Section {
  /** In the address: /manage/?section=notices */
  id: string
  title: string
  /** Topics beside `manage` that it listens to. */
  topics: string[]
  load: () => Promise<FunctionComponent<SectionProps>>
}

/** The supervisors' sections in the order of the bar; each is loaded when it is first opened. */
export const sections: readonly Section[] = [
  {
    id: 'notices',
    title: '公告',
    topics: [],
    load: () => import('./notices/notices-section.tsx').then((part) => part.NoticesSection),
  },
  {
    id: 'devices',
    title: '设备',
    topics: [],
    load: () => import('./devices/devices-section.tsx').then((part) => part.DevicesSection),
  },
  {
    id: 'screens',
    title: '综合屏',
    topics: [],
    load: () => import('./screens/screens-section.tsx').then((part) => part.ScreensSection),
  },
  {
    id: 'slip',
    title: '号票样式',
    topics: [],
    load: () => import('./slip/slip-section.tsx').then((part) => part.SlipSection),
  },
  {
    id: 'emergency',
    title: '紧急插播',
    topics: [],
    load: () => import('./emergency/emergency-section.tsx').then((part) => part.EmergencySection),
  },
  {
    id: 'pads',
    title: '叫号器',
    topics: [],
    load: () => import('./pads/pads-section.tsx').then((part) => part.PadsSection),
  },
  {
    id: 'catalogue',
    title: '事项目录',
    topics: [],
    load: () => import('./catalogue/catalogue-section.tsx').then((part) => part.CatalogueSection),
  },
  {
    id: 'what-if',
    title: '推演',
    topics: [],
    load: () => import('./what-if/what-if-section.tsx').then((part) => part.WhatIfSection),
  },
]
