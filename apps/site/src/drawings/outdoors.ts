import { box, disc, dots, line, outline, place, shape } from './shapes';

export const sun = (x: number, y: number, r: number): string => disc('sun', x, y, r);
export const moon = (x: number, y: number, r: number): string =>
  place(x, y, r / 30, shape('glow', 'M0-30A30 30 0 1 0 30 8 24 24 0 0 1 0-30Z'));

/** Hills across the whole picture, from the back to the front. */
export const hills = (top: number): string =>
  shape(
    'hill',
    `M0 ${top + 30}C90 ${top - 40} 190 ${top - 20} 270 ${top + 20}S470 ${top - 50} 640 ${top + 10}V360H0Z`,
  ) +
  shape(
    'hill2',
    `M0 ${top + 74}C130 ${top + 20} 260 ${top + 60} 350 ${top + 66}S560 ${top + 26} 640 ${top + 60}V360H0Z`,
  );

export const tree = (x: number, y: number, scale: number, color: 'leaf' | 'leaf2' = 'leaf'): string =>
  place(
    x,
    y,
    scale,
    line('wood2', 9, 'M0 0V-52M0-30 14-48') +
      shape(color, 'M0-40C-38-40-46-76-30-98-36-128-12-150 6-142 32-146 44-116 34-96 46-70 34-40 0-40Z') +
      shape('shade', 'M4-40C34-40 46-70 34-96 44-116 32-146 6-142 26-110 24-70 4-40Z'),
  );

export const bush = (x: number, y: number, scale: number, color = 'leaf2'): string =>
  place(x, y, scale, shape(color, 'M-46 0C-56-26-32-42-18-34-8-56 22-54 26-32 44-40 58-18 46 0Z'));

export const cloud = (x: number, y: number, scale: number): string =>
  place(x, y, scale, shape('w', 'M-44 0Q-60-2-56-16-50-28-36-24-28-44-6-40 12-52 26-32 46-36 50-18 56-2 40 0Z'));

export const bird = (x: number, y: number, scale = 1): string =>
  place(x, y, scale, line('j1', 3, 'M-14-6Q-6-12 0 0 6-12 14-6'));

export const lamppost = (x: number, y: number, scale: number, isLit = false): string =>
  place(
    x,
    y,
    scale,
    line('j1', 6, 'M0 0V-150') +
      box('j1', -10, -8, 20, 8, 3) +
      shape(isLit ? 'glow' : 'w', 'M-13-176H13L9-150H-9Z') +
      shape('j1', 'M-17-176 0-190 17-176Z'),
  );

interface House {
  wall: string;
  roof: string;
  height: number;
  width?: number;
  /** Indexes of lit windows. */
  lit?: readonly number[];
  dark?: string;
}

/** A house front with a pitched roof, two windows a floor and no door. Its foot is at 0, 0. */
export function house(
  x: number,
  y: number,
  scale: number,
  { wall, roof, height, width = 110, lit = [], dark }: House,
): string {
  const rows = Math.floor((height - 26) / 56);
  const places = Array.from({ length: rows * 2 }, (_, index) => ({
    isLit: lit.includes(index),
    left: index % 2 === 0 ? 18 : width - 44,
    top: -height + 18 + Math.floor(index / 2) * 56,
  }));
  const panes = (isLit: boolean) =>
    places.map((one) => (one.isLit === isLit ? outline(one.left, one.top, 26, 34) : '')).join('');
  const windows = [
    shape(dark ?? 'sky', panes(false)),
    lit.length > 0 ? shape('glow', panes(true)) : '',
    line(roof, 3, places.map(({ left, top }) => `M${left + 13} ${top}v34`).join('')),
  ];
  return place(
    x,
    y,
    scale,
    shape(wall, `M0 0V${-height}L${width / 2} ${-height - 46} ${width} ${-height}V0Z`) +
      shape(
        'shade',
        `M${width / 2} ${-height - 46}L${width} ${-height}V0H${Math.round(width * 0.7)}V${-height - 28}Z`,
      ) +
      line(roof, 10, `M-8 ${-height + 4}L${width / 2} ${-height - 48} ${width + 8} ${-height + 4}`) +
      windows.join(''),
  );
}

/** Points on a string that hangs between two points. */
const pointsOn = (x: number, y: number, width: number, drop: number, count: number) =>
  Array.from({ length: count }, (_, index) => {
    const t = (index + 0.5) / count;
    return [Math.round(x + t * width), Math.round(y + 4 * drop * t * (1 - t))] as const;
  });
const string = (x: number, y: number, width: number, drop: number) =>
  line('j1', 2, `M${x} ${y}q${width / 2} ${2 * drop} ${width} 0`);

export function bunting(x: number, y: number, width: number, drop: number): string {
  const points = pointsOn(x, y, width, drop, Math.round(width / 40));
  const flags = ['a', 'c', 'b'].map((color, nth) =>
    shape(
      color,
      points.map(([left, top], index) => (index % 3 === nth ? `M${left} ${top}h10l-10 20-10-20z` : '')).join(''),
    ),
  );
  return string(x, y, width, drop) + flags.join('');
}

export const lights = (x: number, y: number, width: number, drop: number): string =>
  string(x, y, width, drop) + dots('glow', 12, pointsOn(x, y + 6, width, drop, Math.round(width / 40)));
