import { Injectable } from '@nestjs/common';
import { UnreadableFileError, type TableFileProblem } from '@upstander/files';
import { Clock, Database } from '@upstander/platform';
import { type CcdRow, readCcd, type RowFault } from './ccd-file.js';

const chunk = 500;
const faultsShown = 200;
const maxPreviewRows = 10;

export interface DirectoryImport {
  imported: boolean;
  /** Why the file can't be read; null if it can. */
  problem: TableFileProblem | null;
  missing: readonly string[];
  districts: number;
  schools: number;
  /** Number of these that are new to the directory. */
  added: number;
  refused: number;
  /** The first 200 rejected rows. */
  faults: RowFault[];
  /** The first ten valid rows, as parsed. */
  preview: CcdRow[];
}

const emptyResult: DirectoryImport = {
  imported: false,
  problem: null,
  missing: [],
  districts: 0,
  schools: 0,
  added: 0,
  refused: 0,
  faults: [],
  preview: [],
};

/**
 * The NCES ID is the key, so next year's file updates names and adds entries. Entries are never deleted, because
 * requests refer to them.
 */
@Injectable()
export class DirectoryImports {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns the contents of a file with all row faults, and imports it if `write` is set. */
  async importFile(
    bytes: Buffer,
    { write, isFictional = false }: { write: boolean; isFictional?: boolean },
  ): Promise<DirectoryImport> {
    const good: CcdRow[] = [];
    const faults: RowFault[] = [];
    try {
      for await (const row of readCcd(bytes)) {
        if ('problem' in row) faults.push(row);
        else good.push(row);
      }
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error;
      return { ...emptyResult, problem: error.problem as TableFileProblem, missing: error.details };
    }
    const added = await (write ? this.write(good, isFictional) : this.countNew(good));
    return {
      ...emptyResult,
      imported: write,
      districts: new Set(good.map(({ leaId }) => leaId)).size,
      schools: good.filter(({ ncesSchool }) => ncesSchool !== null).length,
      added,
      refused: faults.length,
      faults: faults.slice(0, faultsShown),
      preview: good.slice(0, maxPreviewRows),
    };
  }

  private async countNew(rows: readonly CcdRow[]): Promise<number> {
    const ids = new Set(rows.flatMap(({ leaId, ncesSchool }) => (ncesSchool ? [leaId, ncesSchool] : [leaId])));
    const known = await this.db.query('SELECT FROM outreach.directory_entry WHERE nces_id = ANY ($1::text[])', [
      [...ids],
    ]);
    return ids.size - known.length;
  }

  private write(rows: readonly CcdRow[], isFictional: boolean): Promise<number> {
    const at = this.clock.now();
    return this.db.transaction(async (tx) => {
      let added = 0;
      for (let i = 0; i < rows.length; i += chunk) {
        const [counted] = await tx.query<{ added: number }>(upsert, [
          JSON.stringify(rows.slice(i, i + chunk)),
          isFictional,
          at,
        ]);
        added += counted?.added ?? 0;
      }
      return added;
    });
  }
}

/**
 * $1: rows; $2: made up; $3: time. A school row contains only the ID and name of its district, so the city of an
 * existing district stays unchanged.
 */
const upsert = `
  WITH said AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS r ("leaId" text, "leaName" text, "ncesSchool" text, school text,
      state text, city text, postcode text, level text)
  ), districts AS (
    INSERT INTO outreach.directory_entry (kind, nces_id, name, city, state, postcode, made_up, imported_at)
    SELECT DISTINCT ON (s."leaId") 'district', s."leaId", s."leaName", s.city, s.state, s.postcode, $2::boolean, $3::timestamptz
    FROM said s ORDER BY s."leaId", s."ncesSchool" NULLS FIRST
    ON CONFLICT (nces_id) DO UPDATE SET name = EXCLUDED.name, imported_at = EXCLUDED.imported_at
    RETURNING id, nces_id, (xmax = 0) AS added
  ), schools AS (
    INSERT INTO outreach.directory_entry (kind, nces_id, district_id, name, level, city, state, postcode, made_up, imported_at)
    SELECT 'school', s."ncesSchool", d.id, s.school, s.level, s.city, s.state, s.postcode, $2::boolean, $3::timestamptz
    FROM said s JOIN districts d ON d.nces_id = s."leaId" WHERE s."ncesSchool" IS NOT NULL
    ON CONFLICT (nces_id) DO UPDATE SET district_id = EXCLUDED.district_id, name = EXCLUDED.name, level = EXCLUDED.level,
      city = EXCLUDED.city, state = EXCLUDED.state, postcode = EXCLUDED.postcode, imported_at = EXCLUDED.imported_at
    RETURNING (xmax = 0) AS added
  )
  SELECT ((SELECT count(*) FILTER (WHERE d.added) FROM districts d)
    + (SELECT count(*) FILTER (WHERE s.added) FROM schools s))::integer AS added`;
