import { lineClass } from './palette';

/** Drawing primitives. Each returns SVG markup. */
export const shape = (color: string, d: string): string => `<path class="${color}" d="${d}"/>`;
export const line = (color: string, width: number, d: string): string =>
  `<path class="${color} ${lineClass}" stroke-width="${width}" d="${d}"/>`;
export const disc = (color: string, x: number, y: number, r: number): string =>
  `<circle class="${color}" cx="${round(x)}" cy="${round(y)}" r="${round(r)}"/>`;
export const box = (color: string, x: number, y: number, width: number, height: number, radius = 0): string =>
  radius === 0
    ? shape(color, outline(x, y, width, height))
    : `<rect class="${color}" x="${round(x)}" y="${round(y)}" width="${width}" height="${height}" rx="${radius}"/>`;

/** Dots of one size: lines without a length. */
export const dots = (color: string, size: number, at: ReadonlyArray<readonly [number, number]>): string =>
  line(color, size, at.map(([x, y]) => `M${round(x)} ${round(y)}h0`).join(''));

/** A rectangle as an outline, to draw several as one shape. */
export const outline = (x: number, y: number, width: number, height: number): string =>
  `M${round(x)} ${round(y)}h${width}v${height}h${-width}z`;

/** Moves and scales a part. A negative `flip` mirrors it. */
export function place(x: number, y: number, scale: number, part: string, flip: 1 | -1 = 1): string {
  const size =
    scale === 1 && flip === 1 ? '' : `scale(${flip === 1 ? short(scale) : `${short(-scale)} ${short(scale)}`})`;
  return `<g transform="translate(${round(x)} ${round(y)})${size}">${part}</g>`;
}

export const round = (value: number): number => Math.round(value * 10) / 10;
const short = (value: number): string => String(value).replace(/^(-?)0\./, '$1.');
