import { box, line, place, shape } from './shapes';

/** Wall and floor across the whole picture. */
export const room = (floorAt: number): string =>
  box('wall', 0, 0, 640, 360) + box('floor', 0, floorAt, 640, 360 - floorAt) + line('wall2', 4, `M0 ${floorAt}H640`);

/** A window with a view of hills. Its top left corner is at x, y. */
export function windowOn(
  x: number,
  y: number,
  width: number,
  height: number,
  view: 'day' | 'dusk' | 'night' = 'day',
): string {
  const [sky, back, front] =
    view === 'night' ? ['night', 'night2', 'ground'] : [view === 'day' ? 'sky' : 'dusk', 'hill', 'hill2'];
  const low = height * 0.66;
  return place(
    x,
    y,
    1,
    box('w', -8, -8, width + 16, height + 16, 5) +
      box(sky, 0, 0, width, height) +
      shape(back, `M0 ${low}Q${width * 0.25} ${low - 34} ${width * 0.55} ${low}T${width} ${low - 12}V${height}H0Z`) +
      shape(front, `M0 ${low + 26}Q${width * 0.4} ${low} ${width} ${low + 22}V${height}H0Z`) +
      line('w', 6, `M${width / 2} 0V${height}M0 ${height * 0.42}H${width}`) +
      box('w2', -14, height + 6, width + 28, 9, 3),
  );
}

/** A table seen from the front, across a part of the picture. */
export const table = (x: number, y: number, width: number, height: number, color = 'wood'): string =>
  box(`${color}2`, x + 16, y + 10, 14, height) +
  box(`${color}2`, x + width - 30, y + 10, 14, height) +
  box(color, x, y, width, 16, 6) +
  shape('shade', `M${x + 4} ${y + 16}H${x + width - 4}V${y + 22}H${x + 4}Z`);

export const shelf = (x: number, y: number, width: number): string =>
  box('wood2', x, y, width, 8, 3) +
  line('wood2', 5, `M${x + 20} ${y + 8}V${y + 22}M${x + width - 20} ${y + 8}V${y + 22}`);

export const rug = (x: number, y: number, width: number, height: number, color: string): string =>
  `<ellipse class="${color}" cx="${x}" cy="${y}" rx="${width / 2}" ry="${height / 2}"/>`;
