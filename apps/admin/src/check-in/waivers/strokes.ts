/** Size of the box. Drawings are stored in these units, whatever the screen size. */
export const signatureBox = { width: 600, height: 200 };

export type Point = readonly [x: number, y: number];
export type Stroke = readonly Point[];

const maxPathLength = 6_000;

/** Returns a pointer position in box units, clamped to the box. */
export function pointIn(area: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>, x: number, y: number): Point {
  const scaled = (at: number, from: number, size: number, whole: number) =>
    Math.round(Math.min(1, Math.max(0, (at - from) / size)) * whole);
  return [scaled(x, area.left, area.width, signatureBox.width), scaled(y, area.top, area.height, signatureBox.height)];
}

/**
 * Returns the strokes as an SVG path: M for each start, then relative l with whole numbers. Long paths get fewer
 * points.
 */
export function pathOf(strokes: readonly Stroke[]): string {
  for (let apart = 3; ; apart *= 2) {
    const path = strokes.map((stroke) => strokePath(stroke, apart)).join('');
    if (path.length <= maxPathLength || apart > signatureBox.width) return path.length <= maxPathLength ? path : '';
  }
}

function strokePath(stroke: Stroke, apart: number): string {
  const [first, ...others] = stroke;
  if (!first) return '';
  let last = first;
  let path = `M${first[0]} ${first[1]}`;
  for (const [nth, point] of others.entries()) {
    const [dx, dy] = [point[0] - last[0], point[1] - last[1]];
    if (Math.abs(dx) + Math.abs(dy) < apart && nth < others.length - 1) continue;
    path += `l${dx} ${dy}`;
    last = point;
  }
  return others.length === 0 ? `${path}l0 0` : path;
}

/** True if there is an actual drawing and not just a tap. Same rule as in the API. */
export function isDrawn(strokes: readonly Stroke[]): boolean {
  const ink = strokes.flatMap((stroke) =>
    stroke.slice(1).map(([x, y], nth) => Math.abs(x - stroke[nth]![0]) + Math.abs(y - stroke[nth]![1])),
  );
  return ink.reduce((sum, part) => sum + part, 0) >= 60;
}
