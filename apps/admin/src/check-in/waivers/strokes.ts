/** Size of the box. Drawings are stored in these units, whatever the screen size. */
export const signatureBox = { width: 600, height: 200 };

export type Point = readonly [x: number, y: number];
export type Stroke = readonly Point[];

const maxPathLength = 6_000;

/** Returns a pointer position in box units, clamped to the box. */
export function pointWithin(area: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>, x: number, y: number): Point {
  const scale = (position: number, from: number, size: number, whole: number) =>
    Math.round(Math.min(1, Math.max(0, (position - from) / size)) * whole);
  return [scale(x, area.left, area.width, signatureBox.width), scale(y, area.top, area.height, signatureBox.height)];
}

/**
 * Returns the strokes as an SVG path: M for each start, then relative l with whole numbers. Long paths get fewer
 * points.
 */
export function pathOf(strokes: readonly Stroke[]): string {
  for (let spacing = 3; ; spacing *= 2) {
    const path = strokes.map((stroke) => strokePath(stroke, spacing)).join('');
    if (path.length <= maxPathLength || spacing > signatureBox.width) return path.length <= maxPathLength ? path : '';
  }
}

function strokePath(stroke: Stroke, spacing: number): string {
  const [firstPoint, ...remaining] = stroke;
  if (!firstPoint) return '';
  let lastPoint = firstPoint;
  let path = `M${firstPoint[0]} ${firstPoint[1]}`;
  for (const [index, point] of remaining.entries()) {
    const [dx, dy] = [point[0] - lastPoint[0], point[1] - lastPoint[1]];
    if (Math.abs(dx) + Math.abs(dy) < spacing && index < remaining.length - 1) continue;
    path += `l${dx} ${dy}`;
    lastPoint = point;
  }
  return remaining.length === 0 ? `${path}l0 0` : path;
}

/** True if there is an actual drawing and not just a tap. Same rule as in the API. */
export function isDrawn(strokes: readonly Stroke[]): boolean {
  const segmentLengths = strokes.flatMap((stroke) =>
    stroke.slice(1).map(([x, y], index) => Math.abs(x - stroke[index]![0]) + Math.abs(y - stroke[index]![1])),
  );
  return segmentLengths.reduce((sum, part) => sum + part, 0) >= 60;
}
