import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export interface NearPostcode {
  code: string;
  miles: number;
}

export interface PostcodePlace {
  latitude: number;
  longitude: number;
  /** FIPS codes of its counties; empty for a postcode that an operator added. */
  counties: string[];
}

/** Our own table, so that no other service learns where visitors live. */
@Injectable()
export class Postcodes {
  constructor(private readonly db: Database) {}

  /** Compares centers; includes the postcode itself. Returns null if the postcode isn't in the table. */
  async findNear(code: string, miles: number): Promise<NearPostcode[] | null> {
    // A degree of latitude is about 69 miles. A degree of longitude shrinks with the distance from the equator.
    const nearPostcodes = await this.db.queryNamed<NearPostcode>(
      'postcodes-near',
      `WITH here AS (SELECT latitude, longitude FROM platform.postcode WHERE code = $1)
       SELECT p.code, d.miles FROM here h JOIN platform.postcode p
         ON p.latitude BETWEEN h.latitude - $2 / 68.7 AND h.latitude + $2 / 68.7
         AND p.longitude BETWEEN h.longitude - $2 / (68.7 * greatest(cos(radians(h.latitude)), 0.01))
           AND h.longitude + $2 / (68.7 * greatest(cos(radians(h.latitude)), 0.01))
       CROSS JOIN LATERAL (SELECT 7917.5 * asin(sqrt(least(1, sin(radians(p.latitude - h.latitude) / 2) ^ 2
         + cos(radians(h.latitude)) * cos(radians(p.latitude)) * sin(radians(p.longitude - h.longitude) / 2) ^ 2))) AS miles) d
       WHERE d.miles <= $2 ORDER BY d.miles, p.code`,
      [postcodeOf(code), miles],
    );
    return nearPostcodes.length > 0 ? nearPostcodes : null;
  }

  /** Returns null for a postcode that is not in the table. */
  async locate(code: string): Promise<PostcodePlace | null> {
    const [place] = await this.db.query<PostcodePlace & Record<string, unknown>>(
      'SELECT latitude, longitude, counties FROM platform.postcode WHERE code = $1',
      [postcodeOf(code)],
    );
    return place ?? null;
  }
}

export const areasAround = (counties: readonly string[]): string[] => [
  ...new Set([...counties, ...counties.map((code) => code.slice(0, 2)), 'US']),
];

/** Reduces a ZIP+4 code to its first five digits. */
export function postcodeOf(input: string): string {
  const code = input.trim().toUpperCase().replace(/\s+/g, ' ');
  return /^(\d{5})-\d{4}$/.exec(code)?.[1] ?? code;
}

/** Postcode formats by country. In other countries any short combination of letters and digits is accepted. */
const shapes: Readonly<Record<string, RegExp>> = {
  US: /^\d{5}$/,
  MX: /^\d{5}$/,
  ES: /^\d{5}$/,
  DE: /^\d{5}$/,
  CA: /^[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d$/,
  GB: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/,
};
const elsewhere = /^[A-Z\d](?:[A-Z\d -]{1,8})[A-Z\d]$/;

/** True if a normalized postcode is valid in this country. */
export function isPostcode(code: string, country: string): boolean {
  return (shapes[country] ?? elsewhere).test(code);
}
