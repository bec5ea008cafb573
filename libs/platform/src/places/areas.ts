import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';

export interface Area {
  /** `US`, or the FIPS code of a state (two digits) or county (five). */
  code: string;
  /** For example "Los Angeles County, CA". */
  label: string;
}

const maxResults = 20;

@Injectable()
export class Areas {
  constructor(private readonly db: Database) {}

  /** Every word must be in the name. States come before counties. */
  search(text: string): Promise<Area[]> {
    return this.db.query<Area & Record<string, unknown>>(
      `SELECT a.code, a.label FROM platform.area a
       WHERE a.search_text LIKE ALL (SELECT '%' || platform.fold(word) || '%' FROM unnest($1::text[]) AS w (word))
       ORDER BY length(a.code), NOT a.search_text LIKE platform.fold($2) || '%', a.label, a.code LIMIT ${maxResults}`,
      [wordsOf(text), escapeLike(text.trim().slice(0, 80))],
    );
  }

  async findKnown(codes: readonly string[]): Promise<Set<string>> {
    const rows = await this.db.query<{ code: string }>('SELECT code FROM platform.area WHERE code = ANY ($1::text[])', [
      codes,
    ]);
    return new Set(rows.map(({ code }) => code));
  }
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function wordsOf(text: string): string[] {
  return escapeLike(text.slice(0, 80))
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .slice(0, 8);
}
