/**
 * Colors by role. `action` starts something, `give` (marigold) leads to a gift and to nothing else, `leave` (leave) is for
 * the exit, errors and destructive actions. `info` is for notes, `night` for a dark band. Text, links and icons are ink.
 * The pairs in `contrastPairs` have a contrast of at least 4.5:1 (WCAG 2.2 1.4.3), as tokens.spec.ts checks.
 */
export const light = {
  paper: '#fbf8f3',
  surface: '#ffffff',
  sunken: '#f3eee5',
  line: '#e3dccf',
  control: '#857d70',
  ink: '#22271f',
  soft: '#5a5d52',
  action: '#1f5c4a',
  actionStrong: '#164536',
  actionWash: '#e4efe9',
  onAction: '#ffffff',
  leave: '#a2401f',
  leaveStrong: '#843217',
  leaveWash: '#fbeae2',
  onLeave: '#ffffff',
  give: '#e9a93b',
  giveStrong: '#dd9a28',
  onGive: '#22271f',
  info: '#2f5361',
  infoWash: '#e5eef1',
  night: '#14332a',
  onNight: '#ffffff',
  nightSoft: '#c9dcd2',
};

export const dark: typeof light = {
  paper: '#151917',
  surface: '#1d2320',
  sunken: '#111513',
  line: '#333b36',
  control: '#7f8a83',
  ink: '#edeae2',
  soft: '#b3b6ab',
  action: '#86cdb3',
  actionStrong: '#a5e0c9',
  actionWash: '#1d342b',
  onAction: '#0c2219',
  leave: '#f0a284',
  leaveStrong: '#f7bda7',
  leaveWash: '#3a211a',
  onLeave: '#2c0f05',
  give: '#e9a93b',
  giveStrong: '#f3bd5e',
  onGive: '#22271f',
  info: '#a9c9d6',
  infoWash: '#1b2a31',
  night: '#0d211b',
  onNight: '#edeae2',
  nightSoft: '#b9cdc3',
};

/** Returns the colors of the admin by its names, with amber for what needs attention. */
export function adminColors(theme: 'light' | 'dark') {
  const tokens = theme === 'light' ? light : dark;
  const [amber, amberWash] = theme === 'light' ? ['#7a5200', '#fbf0d6'] : ['#ecc777', '#352a12'];
  const { paper, surface, sunken, line, control, ink, soft } = tokens;
  return {
    paper,
    surface,
    sunken,
    line,
    control,
    ink,
    soft,
    green: tokens.action,
    greenStrong: tokens.actionStrong,
    greenWash: tokens.actionWash,
    onGreen: tokens.onAction,
    clay: tokens.leave,
    clayStrong: tokens.leaveStrong,
    clayWash: tokens.leaveWash,
    onClay: tokens.onLeave,
    amber,
    amberWash,
  };
}

export type Token = keyof typeof light;

/** Text color on background, for every combination in the style sheets. */
export const contrastPairs: ReadonlyArray<readonly [Token, Token]> = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['ink', 'sunken'],
  ['soft', 'paper'],
  ['soft', 'surface'],
  ['soft', 'sunken'],
  ['action', 'paper'],
  ['action', 'surface'],
  ['action', 'sunken'],
  ['action', 'actionWash'],
  ['onAction', 'action'],
  ['onAction', 'actionStrong'],
  ['leave', 'paper'],
  ['leave', 'surface'],
  ['leave', 'leaveWash'],
  ['leaveStrong', 'leaveWash'],
  ['onLeave', 'leave'],
  ['onLeave', 'leaveStrong'],
  ['info', 'infoWash'],
  ['ink', 'actionWash'],
  ['ink', 'leaveWash'],
  ['ink', 'infoWash'],
  ['onGive', 'give'],
  ['onGive', 'giveStrong'],
  ['onNight', 'night'],
  ['nightSoft', 'night'],
];

export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
