import { ConfigError } from '../config/config.js';

export interface GazetteerPlace {
  code: string;
  latitude: number;
  longitude: number;
}

/** Column names of the Census (census.gov, Gazetteer Files, ZIP Code Tabulation Areas). */
const columns = ['GEOID', 'INTPTLAT', 'INTPTLONG'] as const;

/**
 * A US Census gazetteer file has a header line, then one line per area. Columns are separated by tabs (bars since 2025).
 * Other columns are ignored.
 * @throws ConfigError with the line number if the file is invalid.
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

interface SqlWriter {
  query(sql: string, params: unknown[]): Promise<unknown>;
}

/** Postcodes missing from the file are kept. */
export async function importPostcodes(db: SqlWriter, places: readonly GazetteerPlace[]): Promise<void> {
  await db.query(
    `INSERT INTO platform.postcode (code, latitude, longitude)
     SELECT DISTINCT ON (code) * FROM unnest($1::text[], $2::double precision[], $3::double precision[]) AS p (code, latitude, longitude)
     ON CONFLICT (code) DO UPDATE SET latitude = excluded.latitude, longitude = excluded.longitude`,
    [places.map(({ code }) => code), places.map(({ latitude }) => latitude), places.map(({ longitude }) => longitude)],
  );
}
