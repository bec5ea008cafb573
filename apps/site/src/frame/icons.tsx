/** Icons of 20 by 20 units, in the text color and hidden from screen readers. */
const shapes = {
  calendar: 'M4 5.5h12v11H4zM4 9h12M7 3v4M13 3v4',
  place: 'M10 17.5s5.5-4.7 5.5-9a5.5 5.5 0 0 0-11 0c0 4.3 5.5 9 5.5 9zM10 10.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  online: 'M3 5h14v9H3zM7 17h6M10 14v3',
  people:
    'M7.5 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM3 16c0-2.5 2-4.5 4.5-4.5S12 13.5 12 16M13 9.5a2.2 2.2 0 1 0-1-4.2M14 11.7c1.8.4 3 2 3 4.3',
  speech: 'M4 4.5h12v8.5H9.5L6 16v-3H4z',
  bag: 'M4.5 7.5h11l.8 9H3.7zM7.3 7.5V6.2a2.7 2.7 0 0 1 5.4 0v1.3',
  access:
    'M10 5.3a1.3 1.3 0 1 0 0-2.6 1.3 1.3 0 0 0 0 2.6zM4.5 7.3l3.7.7v3.2L6.7 17M15.5 7.3l-3.7.7v3.2l1.5 5.8M8.2 11.2h3.6',
  person: 'M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4.5 16.5c0-3 2.5-5 5.5-5s5.5 2 5.5 5',
  arrow: 'M4 10h11M11 5.5 15.5 10 11 14.5',
  back: 'M16 10H5M9 5.5 4.5 10 9 14.5',
  exit: 'M8 4H4v12h4M8 10h8M13 6.5 16.5 10 13 13.5',
  phone:
    'M5 3.5h2.5l1.2 3.3-1.6 1.2a9 9 0 0 0 4.9 4.9l1.2-1.6 3.3 1.2V15c0 .9-.7 1.5-1.5 1.5C8.7 16.5 3.5 11.3 3.5 5c0-.8.6-1.5 1.5-1.5z',
  heart: 'M10 16.5S3.5 12.6 3.5 8.2A3.4 3.4 0 0 1 10 6.9a3.4 3.4 0 0 1 6.5 1.3c0 4.4-6.5 8.3-6.5 8.3z',
  share:
    'M6 11a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM14 7a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM14 17a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7.8 8l4.4-2M7.8 10l4.4 4',
  lock: 'M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9',
  coins:
    'M8 10.5c2.8 0 5-1 5-2.3S10.8 6 8 6 3 7 3 8.2s2.2 2.3 5 2.3zM3 8.2v3.6C3 13 5.2 14 8 14M13 8.5v1.2M12.5 10c2.5 0 4.5.9 4.5 2s-2 2-4.5 2S8 13.1 8 12s2-2 4.5-2zM8 12v2.5c0 1.1 2 2 4.5 2s4.5-.9 4.5-2V12',
  clock: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.2l2.8 1.8',
  check: 'M4 10.5 8 14.5 16 5.5',
  cross: 'M5.5 5.5l9 9M14.5 5.5l-9 9',
  book: 'M10 5.5C8 4.2 5.5 4 3.5 4.4v11c2-.4 4.5-.2 6.5 1.1 2-1.3 4.5-1.5 6.5-1.1v-11c-2-.4-4.5-.2-6.5 1.1zM10 5.5v11',
  search: 'M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM13 13l4 4',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  dot: 'M10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  alert: 'M10 3 18 16.5H2zM10 8v4M10 14.2v.3',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  );
}

/** One figure that steps out of a row of three. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" />
      <path d="M7 24v-5M16 24V12M25 24v-5" />
      <circle cx="16" cy="7.5" r="2" />
    </svg>
  );
}
