import { areasAround, type PostcodePlace, type Values } from '@upstander/platform';
import type { NearService } from './service.input.js';

/** SQL parts that determine if service `s` is near a place, and its position in the list. */
export interface NearbyQuery {
  /** Joins `n`: `km` (null for a service without a ZIP code to measure from) and `near`. */
  join: string;
  /** Services nearby by distance, then those that may be far away, in the same state first. */
  rank: string;
}

/** Rank among nearby services without a measured distance, in tenths of a kilometer. */
const maxDistances = { county: 100, state: 600, country: 700 };
const outOfRange = 10_000_000;

/**
 * A service is near if it is within the distance, or if it serves the county, the state or the country of the place.
 * Distances are measured from `search_postcode`, never from a confidential address.
 */
export function nearnessSql(
  { latitude, longitude, counties }: PostcodePlace,
  near: NearService,
  values: Values,
): NearbyQuery {
  const [lat, long] = [`${values.add(latitude)}::float8`, `${values.add(longitude)}::float8`];
  const [within, own] = [`${values.add(near.withinKm)}::float8`, `${values.add(counties)}::text[]`];
  const areas = `${values.add(areasAround(counties))}::text[]`;
  const states = `${values.add(areasAround(counties).filter((code) => code.length === 2 && code !== 'US'))}::text[]`;
  return {
    join: `LEFT JOIN platform.postcode p ON p.code = s.search_postcode
      CROSS JOIN LATERAL (SELECT CASE WHEN p.code IS NOT NULL THEN 12742 * asin(sqrt(least(1, sin(radians(p.latitude - ${lat}) / 2) ^ 2
        + cos(radians(${lat})) * cos(radians(p.latitude)) * sin(radians(p.longitude - ${long}) / 2) ^ 2))) END AS km) d
      CROSS JOIN LATERAL (SELECT d.km, coalesce(d.km <= ${within}, false) OR s.served_areas && ${areas} AS near) n`,
    rank: `(CASE
      WHEN n.km <= ${within} THEN round(n.km * 10)
      WHEN s.served_areas && ${own} THEN ${maxDistances.county}
      WHEN s.served_areas && ${states} THEN ${maxDistances.state}
      WHEN n.near THEN ${maxDistances.country}
      WHEN n.km IS NOT NULL THEN ${outOfRange} + round(n.km * 10)
      WHEN EXISTS (SELECT FROM unnest(s.served_areas) AS w (code) WHERE left(w.code, 2) = ANY (${states})) THEN ${outOfRange} + 5000
      ELSE ${outOfRange} * 2 END)::bigint`,
  };
}
