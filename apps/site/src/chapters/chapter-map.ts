import { borders, coastline } from './us-outline';

interface Place {
  name: string;
  latitude: number;
  longitude: number;
}

const WIDTH = 960;
const HEIGHT = 560;
/** One degree of longitude is shorter than one of latitude, by the cosine of the latitude in the middle. */
const perDegree = 20.8;
const toX = (longitude: number) => ((longitude + 125.3) * perDegree * 0.78).toFixed(0);
const toY = (latitude: number) => ((49.9 - latitude) * perDegree * 1.06).toFixed(0);

/** The map's colors work on light and dark backgrounds. */
export function chapterMap(places: readonly Place[]): string {
  const markers = places.map(
    ({ name, latitude, longitude }) =>
      `<circle cx="${toX(longitude)}" cy="${toY(latitude)}" r="9"><title>${escapeXml(name)}</title></circle>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}"><path d="${pathOf(coastline)}z" fill="#7d9c8f" fill-opacity=".28" stroke="#6f8a80" stroke-width="2" stroke-linejoin="round"/><path d="${borders.map(pathOf).join('')}" fill="none" stroke="#6f8a80" stroke-opacity=".5"/><g fill="#c8562f" stroke="#fff" stroke-width="2">${markers.join('')}</g></svg>`;
}

/** Chapters in Alaska and on islands appear only in the list. */
export function placesOnMap<P extends Place>(places: readonly P[]): P[] {
  return places.filter(
    ({ latitude, longitude }) => latitude > 24.5 && latitude < 49.5 && longitude > -125 && longitude < -66.5,
  );
}

function pathOf(points: string): string {
  const coordinates = points.trim().split(/\s+/).map(Number);
  const xyPairs = coordinates.flatMap((longitude, at) =>
    at % 2 === 0 ? [`${toX(longitude)} ${toY(coordinates[at + 1] ?? 0)}`] : [],
  );
  return `M${xyPairs.join('L')}`;
}

function escapeXml(text: string): string {
  return text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
