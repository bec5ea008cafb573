/** The box that is signed in: the drawing is kept in its measures, however large the screen is. */
export const box = { width: 600, height: 200 };

export type Point = readonly [x: number, y: number];
export type Stroke = readonly Point[];

/** As long as the API takes a path. */
const most = 6_000;

/** Where a pointer stands, in the measures of the box and never outside of it. */
export function pointIn(area: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>, x: number, y: number): Point {
  const scaled = (at: number, from: number, size: number, whole: number) =>
    Math.round(Math.min(1, Math.max(0, (at - from) / size)) * whole);
  return [scaled(x, area.left, area.width, box.width), scaled(y, area.top, area.height, box.height)];
}

/**
 * The strokes as the path of an SVG: M to where one begins, l by how far the pen went, whole numbers. What is too long is
 * drawn with fewer points.
 */
export function pathOf(strokes: readonly Stroke[]): string {
  for (let apart = 3; ; apart *= 2) {
    const path = strokes.map((stroke) => strokePath(stroke, apart)).join('');
    if (path.length <= most || apart > box.width) return path.length <= most ? path : '';
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
  // A dot.
  return others.length === 0 ? `${path}l0 0` : path;
}

/** Whether something was drawn, and not only touched: as the API sees it. */
export function isDrawn(strokes: readonly Stroke[]): boolean {
  const ink = strokes.flatMap((stroke) =>
    stroke.slice(1).map(([x, y], nth) => Math.abs(x - stroke[nth]![0]) + Math.abs(y - stroke[nth]![1])),
  );
  return ink.reduce((sum, part) => sum + part, 0) >= 60;
}
