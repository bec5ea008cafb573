import { emptyScenes } from './empty-scenes';
import { eventScenes } from './event-scenes';
import { fundraiserScenes } from './fundraiser-scenes';
import { pageScenes } from './page-scenes';
import { withStyle } from './palette';

const scenes = { ...eventScenes, ...fundraiserScenes, ...emptyScenes, ...pageScenes };
export type DrawingName = keyof typeof scenes;
export const drawingNames = Object.keys(scenes) as DrawingName[];

/** Returns a drawing as an SVG file that follows the reader's light or dark mode. */
export function drawing(name: DrawingName): string {
  // A minus sign separates numbers as well as a space does.
  const markup = scenes[name]().replace(/(?<= d="[^"]*) -/g, '-');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" width="640" height="360">${withStyle(shareOutlines(markup))}</svg>`;
}

/** Moves outlines that occur several times to one definition. This halves most drawings. */
function shareOutlines(markup: string): string {
  const counts = new Map<string, number>();
  for (const [, outline = ''] of markup.matchAll(/ d="([^"]+)"/g)) counts.set(outline, (counts.get(outline) ?? 0) + 1);
  const shared = [...counts]
    .filter(([outline, count]) => (outline.length - 14) * (count - 1) > 26)
    .map(([outline]) => outline);
  const idOf = (index: number) => (index + 10).toString(36).replace(/^\d/, 'z$&');
  const ids = new Map(shared.map((outline, index) => [outline, idOf(index)]));
  const definitions = shared.map((outline) => `<path id="${ids.get(outline)}" d="${outline}"/>`).join('');
  const used = markup.replace(/<path ([^>]*) d="([^"]+)"\/>/g, (path, attributes: string, outline: string) => {
    const id = ids.get(outline);
    return id === undefined ? path : `<use href="#${id}" ${attributes}/>`;
  });
  return definitions === '' ? used : `<defs>${definitions}</defs>${used}`;
}
