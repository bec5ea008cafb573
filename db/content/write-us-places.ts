import { createHash } from 'node:crypto';
import { brotliDecompressSync } from 'node:zlib';
import { usPlacesFile } from './us-places-file.js';

interface Runner {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

const name = 'us-places';

/** Does nothing if this version was written before. ZIP codes that an operator added stay. */
export async function writeUsPlaces(runner: Runner): Promise<void> {
  const version = createHash('sha256').update(usPlacesFile).digest('hex');
  const [stored] = (await runner.query('SELECT version FROM platform.shipped_data WHERE name = $1', [name])) as Array<{
    version: string;
  }>;
  if (stored?.version === version) return;
  const { areas, postcodes } = readUsPlaces(brotliDecompressSync(usPlacesFile).toString('utf8'));
  await runner.query(
    `INSERT INTO platform.area (code, name, state) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])
     ON CONFLICT (code) DO UPDATE SET name = EXCLUDED.name, state = EXCLUDED.state`,
    columns(areas),
  );
  await runner.query(
    `INSERT INTO platform.postcode (code, latitude, longitude, counties)
     SELECT p.code, p.latitude, p.longitude, string_to_array(p.counties, ' ')
     FROM unnest($1::text[], $2::float8[], $3::float8[], $4::text[]) AS p (code, latitude, longitude, counties)
     ON CONFLICT (code) DO UPDATE SET latitude = EXCLUDED.latitude, longitude = EXCLUDED.longitude,
       counties = EXCLUDED.counties`,
    columns(postcodes),
  );
  if (!stored) await runner.query(nameServedCounties);
  await runner.query(
    `INSERT INTO platform.shipped_data (name, version) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET version = EXCLUDED.version`,
    [name, version],
  );
}

/**
 * Runs once, for directories without area codes: converts "Los Angeles County" of a service in California to that
 * county.
 */
const nameServedCounties = `UPDATE learning.service s SET served_areas = ARRAY[a.code]
  FROM platform.area a
  WHERE s.served_areas = '{}' AND length(a.code) <> 2 AND lower(s.area) = lower(a.name) AND a.state = upper(s.region)`;

type Row = readonly (string | null)[];

function readUsPlaces(text: string): { areas: Row[]; postcodes: Row[] } {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('|'));
  const states = lines.filter(([kind]) => kind === 'S');
  const abbreviations = new Map(states.map(([, fips = '', code = '']) => [fips, code]));
  const counties = lines.filter(([kind]) => kind === 'C');
  return {
    areas: [
      ['US', 'United States', null],
      ...states.map(([, fips = '', code = '', name = '']): Row => [fips, name, code]),
      ...counties.map(([, fips = '', name = '']): Row => [fips, name, abbreviations.get(fips.slice(0, 2)) ?? null]),
    ],
    postcodes: lines.filter(([kind]) => kind === 'Z').map(([, ...cells]) => cells),
  };
}

/** For `unnest`. */
function columns(rows: readonly Row[]): Array<Array<string | null>> {
  return (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? null));
}
