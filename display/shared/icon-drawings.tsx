/** 24 grid, one stroke, round caps (VISUAL.md 5). Always beside a word, so hidden from readers. */
export const drawings = {
  chevron: (
    <>
      <path d="m9 5 7 7-7 7" />
    </>
  ),
  flow: (
    <>
      <circle cx="5" cy="12" r="2" />
      <circle cx="19" cy="12" r="2" />
      <path d="M7 12h3M14 12h3M10 6h4v12h-4zM10 12h4" />
    </>
  ),
  guide: (
    <>
      <circle cx="10" cy="7" r="3.2" />
      <path d="M3.5 20c.4-4.5 2.8-7 6.5-7 2 0 3.6.7 4.7 2" />
      <path d="M17 20.5v-1M15.3 14.2c.2-2.7 4.4-2.6 4.2.2-.1 1.4-2.5 1.5-2.5 3.3" />
    </>
  ),
  walk: (
    <>
      <circle cx="13.2" cy="4.3" r="1.7" />
      <path d="M12.5 8.5 10.5 14l3.3 2.5.7 4.5M10.5 14l-1 3.5L6.500 21M12.5 8.5 8.8 10l-1.3 3.5M12.5 8.500l2 3.200 3.500.8" />
    </>
  ),
  vibrate: (
    <>
      <rect x="8" y="4" width="8" height="16" rx="1.8" />
      <path d="M4.8 8.5v7M19.2 8.5v7M2 10.5v3M22 10.5v3" />
    </>
  ),
  speaker: (
    <>
      <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z" />
      <path d="M15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11" />
    </>
  ),
  check: (
    <>
      <path d="m5 12.5 4.5 4.5L19 7.5" />
    </>
  ),
  low: (
    <>
      <path d="M12 4v11M7.5 11 12 15.5 16.5 11M4 20h16" />
    </>
  ),
  terminal: (
    <>
      <rect x="6" y="3" width="12" height="13" rx="1.5" />
      <path d="M12 16v4.5M8 20.5h8M9 12.5h6" />
    </>
  ),
  ticket: (
    <>
      <path d="M4 7.5h16v3a2 2 0 0 0 0 4v3H4v-3a2 2 0 0 0 0-4z" />
      <path d="M14.5 7.5v2M14.5 11.6v2M14.5 15.6v1.9" />
      <path d="M7.5 12.5h3.5" />
    </>
  ),
  elder: (
    <>
      <path d="M3 19 8.5 5 14 19M5 14.5h7" />
      <path d="M18.5 8v9M15 12.5h7" />
    </>
  ),
  elderOff: (
    <>
      <path d="M3 19 8.5 5 14 19M5 14.5h7" />
      <path d="M15.5 12.5h6" />
    </>
  ),
  more: (
    <>
      <path d="M5.5 12h.2M12 12h.2M18.3 12h.2" stroke-width="3" />
    </>
  ),
  undo: (
    <>
      <path d="M8.5 5.5 4 10l4.5 4.500M4.5 10H15a5 5 0 0 1 0 10h-3" />
    </>
  ),
  rub: (
    <>
      <path d="M8.2 19.5 3.9 15.200a1.5 1.5 0 0 1 0-2.100L12.900 4.100l7 7-8.400 8.400z" />
      <path d="m8.400 8.600 7 7M11.500 19.500H20" />
    </>
  ),
  keyboard: (
    <>
      <rect x="3" y="6" width="18" height="12.5" rx="2" />
      <path d="M6.5 10h.2M10.200 10h.2M13.800 10h.2M17.300 10h.2M8 14.700h8" />
    </>
  ),
  softer: (
    <>
      <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z" />
      <path d="M15.5 12h6" />
    </>
  ),
  stop: (
    <>
      <rect x="6.5" y="6.5" width="11" height="11" rx="1.5" />
    </>
  ),
  again: (
    <>
      <path d="M5 12a7 7 0 0 1 12-5l2 2M19 5v4h-4M19 12a7 7 0 0 1-12 5l-2-2M5 19v-4h4" />
    </>
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="M15.5 15.5 21 21" />
    </>
  ),
  notice: (
    <>
      <path d="M4 10v4l3 .4V9.6z" />
      <path d="M7 9.6 18 5v14L7 14.4" />
      <path d="m8.5 15 1.2 4.5h2.3l-1-3.7" />
      <path d="M20.5 10.5v3" />
    </>
  ),
  back: (
    <>
      <path d="M20 12H5M11 5.5 4.5 12l6.5 6.5" />
    </>
  ),
  appointment: (
    <>
      <rect x="4" y="5.5" width="16" height="15" rx="2" />
      <path d="M4 10h16M8 3.5v4M16 3.5v4" />
      <path d="m9 15 2.2 2.2L15.5 13" />
    </>
  ),
  list: (
    <>
      <circle cx="5" cy="6" r="1.8" />
      <circle cx="5" cy="12.5" r="1.8" />
      <circle cx="5" cy="19" r="1.8" />
      <path d="M10 6h10M10 12.5h10M10 19h6" />
    </>
  ),
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5.2l3.5 2" />
    </>
  ),
  globe: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M3.5 12h17M12 3.5c-5 5-5 12 0 17M12 3.5c5 5 5 12 0 17" />
    </>
  ),
  printer: (
    <>
      <path d="M7 9V4h10v5M7 17H4V9h16v8h-3" />
      <path d="M7 14h10v6.5H7z" />
    </>
  ),
  screen: (
    <>
      <rect x="3" y="5" width="18" height="12" rx="1.5" />
      <path d="M8.5 20.5h7M12 17v3.5" />
    </>
  ),
  arrow: (
    <>
      <path d="M4 12h15M13 5.5l6.5 6.5-6.5 6.5" />
    </>
  ),
  map: (
    <>
      <path d="M3.5 6.5 9 4l6 2.5L20.5 4v13.5L15 20l-6-2.5L3.5 20z" />
      <path d="M9 4v13.5M15 6.5V20" />
    </>
  ),
  contrast: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor" />
    </>
  ),
  place: (
    <>
      <path d="M12 21c-4.5-4.6-6.5-7.8-6.5-10.7a6.5 6.5 0 0 1 13 0C18.5 13.2 16.5 16.4 12 21z" />
      <circle cx="12" cy="10.3" r="2.3" />
    </>
  ),
  home: (
    <>
      <path d="M4 11 12 4l8 7M6 9.5V20h12V9.5" />
      <path d="M10 20v-5.5h4V20" />
    </>
  ),
  warning: (
    <>
      <path d="M12 4 2.8 20h18.4z" />
      <path d="M12 10v4.5M12 17v.6" />
    </>
  ),
  counter: (
    <>
      <path d="M3 12h18M5 12v8M19 12v8" />
      <path d="M8 12V7.5h8V12" />
    </>
  ),
  strip: (
    <>
      <rect x="2.5" y="7.5" width="19" height="9" rx="1.6" />
      <path d="M6 14v-4l-1 .7M11 12h7M15.5 9.8 18 12l-2.5 2.2" />
    </>
  ),
  louder: (
    <>
      <path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5z" />
      <path d="M18.5 9v6M15.5 12h6" />
    </>
  ),
  panel: (
    <>
      <rect x="2.5" y="7" width="19" height="10" rx="1.5" />
      <path d="M6 10.5v.1M6 13.5v.1M9 10.5v.1M9 13.5v.1M12 10.5v.1M12 13.5v.1M15 10.5v.1M15 13.5v.1M18 10.5v.1M18 13.5v.1" />
    </>
  ),
  missed: (
    <>
      <circle cx="10" cy="7.5" r="3.2" />
      <path d="M3.5 20c.4-4.5 2.8-7 6.5-7 1.5 0 2.7.4 3.7 1.1M16 15l5 5M21 15l-5 5" />
    </>
  ),
  transfer: (
    <>
      <path d="M4 8.5h14M14 4.5l4 4-4 4M20 15.5H6M10 11.5l-4 4 4 4" />
    </>
  ),
  paper: (
    <>
      <path d="M6 3.5h8l4 4V20.5H6z" />
      <path d="M14 3.5v4h4M9 12h6M9 15.5h6" />
    </>
  ),
  phone: (
    <>
      <rect x="7" y="3" width="10" height="18" rx="2" />
      <path d="M10.8 18h2.4" />
    </>
  ),
  close: (
    <>
      <path d="m6 6 12 12M18 6 6 18" />
    </>
  ),
  wheelchair: (
    <>
      <circle cx="11" cy="4.5" r="1.6" />
      <path d="M11 7v6.5h5l3 5.5M11 9.8h4" />
      <path d="M8.3 11.7a5 5 0 1 0 6.5 6" />
    </>
  ),
  pause: (
    <>
      <path d="M8.5 5.5v13M15.5 5.5v13" />
    </>
  ),
  hold: (
    <>
      <path d="M7 3.5h10M7 20.5h10M8 3.5c0 4.5 3 6 4 8.5 1-2.5 4-4 4-8.5M8 20.5c0-4.5 3-6 4-8.5 1 2.5 4 4 4 8.5" />
    </>
  ),
  fee: (
    <>
      <path d="m7 4 5 7 5-7M12 11v9M7.5 12.5h9M7.5 16h9" />
    </>
  ),
  live: (
    <>
      <path d="M3.5 9.5a12 12 0 0 1 17 0M6.5 13a8 8 0 0 1 11 0M9.5 16.3a3.8 3.8 0 0 1 5 0" />
      <path d="M12 19.5v.2" />
    </>
  ),
  bell: (
    <>
      <path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 2h-15zM10 20.5h4" />
    </>
  ),
  people: (
    <>
      <circle cx="9" cy="8" r="3" />
      <path d="M3.5 19.5c.3-4 2.3-6 5.5-6s5.2 2 5.5 6" />
      <path d="M15.5 5.3a3 3 0 0 1 0 5.4M17 13.8c2.2.7 3.4 2.6 3.6 5.7" />
    </>
  ),
  erase: (
    <>
      <path d="M8.5 5.5H21v13H8.5L3 12z" />
      <path d="m11.5 9.5 5 5M16.5 9.5l-5 5" />
    </>
  ),
  lift: (
    <>
      <rect x="5" y="4" width="14" height="17" />
      <path d="M12 4v17M8.5 12V9M15.5 9v3" />
    </>
  ),
  pen: (
    <>
      <path d="m4 20 1-4.5L16.500 4l3.500 3.500L8.500 19z" />
    </>
  ),
  table: (
    <>
      <rect x="3.500" y="5" width="17" height="14" rx="2" />
      <path d="M3.500 10h17M3.500 14.500h17M10 10v9" />
    </>
  ),
  download: (
    <>
      <path d="M12 4v11M7.500 11 12 15.500 16.500 11M4 20h16" />
    </>
  ),
  eye: (
    <>
      <path d="M2.500 12c3-5 6-7 9.500-7s6.500 2 9.500 7c-3 5-6 7-9.500 7s-6.500-2-9.500-7z" />
      <circle cx="12" cy="12" r="3" />
    </>
  ),
  card: (
    <>
      <rect x="3" y="5" width="18" height="14" rx="2" />
      <circle cx="8.500" cy="11" r="2" />
      <path d="M5.500 16c.500-2 1.600-2.600 3-2.600s2.500.600 3 2.600M14.500 10h4M14.500 14h4" />
    </>
  ),
  key: (
    <>
      <circle cx="8" cy="15" r="4" />
      <path d="m11 12 8-8M16 7l3 3M13.500 9.500l2 2" />
    </>
  ),
  shield: (
    <>
      <path d="M12 3.500 19 6v5.500c0 4.500-2.800 7.500-7 9-4.200-1.500-7-4.500-7-9V6z" />
      <path d="m8.500 12 2.500 2.500 4.500-4.500" />
    </>
  ),
  plus: <path d="M12 5v14M5 12h14" />,
  forbid: (
    <>
      <circle cx="12" cy="12" r="8.500" />
      <path d="M6 6l12 12" />
    </>
  ),
} as const
