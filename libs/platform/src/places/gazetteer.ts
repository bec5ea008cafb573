import { ConfigError } from '../config/config.js';

export interface GazetteerPlace {
  code: string;
  latitude: number;
  longitude: number;
}

/** What the Census calls its columns (census.gov, Gazetteer Files, ZIP Code Tabulation Areas). */
const columns = ['GEOID', 'INTPTLAT', 'INTPTLONG'] as const;

/**
 * Reads a gazetteer file of the US Census as it is published: a line of column names, then one of each area, with tabs
 * between (bars since 2025). Other columns are passed over.
 * @throws ConfigError for a file that is none, with the number of the line that is wrong.
 */
export function readGazetteer(text: string): GazetteerPlace[] {
  const lines = text.split(/\r?\n/);
  const separator = lines[0]?.includes('|') ? '|' : '\t';
  const names = (lines[0] ?? '')
    .replace(/^\uFEFF/, '')
    .split(separator)
    .map((name) => name.trim().toUpperCase());
  const [code, latitude, longitude] = columns.map((name) => names.indexOf(name)) as [number, number, number];
  const missing = columns.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new ConfigError(`This is no gazetteer file: it has no column ${missing.join(', ')}.`);
  return lines.slice(1).flatMap((line, i) => {
    if (line.trim() === '') return [];
    const cells = line.split(separator).map((cell) => cell.trim());
    const place = { code: cells[code] ?? '', latitude: Number(cells[latitude]), longitude: Number(cells[longitude]) };
    const ok = /^\d{5}$/.test(place.code) && Math.abs(place.latitude) <= 90 && Math.abs(place.longitude) <= 180;
    if (!ok || !cells[latitude] || !cells[longitude])
      throw new ConfigError(`Line ${i + 2} is no postcode with its place.`);
    return [place];
  });
}

interface Writes {
  query(sql: string, params: unknown[]): Promise<unknown>;
}

/** Writes places over what is known of the same postcodes; what a file does not name stays. */
export async function importPostcodes(db: Writes, places: readonly GazetteerPlace[]): Promise<void> {
  await db.query(
    `INSERT INTO platform.postcode (code, latitude, longitude)
     SELECT DISTINCT ON (code) * FROM unnest($1::text[], $2::double precision[], $3::double precision[]) AS p (code, latitude, longitude)
     ON CONFLICT (code) DO UPDATE SET latitude = excluded.latitude, longitude = excluded.longitude`,
    [places.map(({ code }) => code), places.map(({ latitude }) => latitude), places.map(({ longitude }) => longitude)],
  );
}
