import { Injectable } from '@nestjs/common';
import { accountName, activeGrants } from '@upstander/identity';
import { Database } from '@upstander/platform';

@Injectable()
export class People {
  constructor(private readonly db: Database) {}

  /** Returns a lookup of account names. It returns null for null and for a deleted account. */
  async names(ids: ReadonlyArray<string | null>): Promise<(id: string | null) => string | null> {
    const accountIds = [...new Set(ids.filter((id) => id !== null))];
    const rows =
      accountIds.length > 0
        ? await this.db.query<{ id: string; name: string }>(
            `SELECT asked.id, ${accountName('asked.id')} AS name FROM unnest($1::uuid[]) AS asked (id)`,
            [accountIds],
          )
        : [];
    const namesById = new Map(rows.map(({ id, name }) => [id, name]));
    return (id) => (id && namesById.get(id)) || null;
  }

  async advocates(): Promise<Array<{ accountId: string; name: string }>> {
    return this.db.query(
      `SELECT DISTINCT a.id AS "accountId", a.name FROM ${activeGrants} WHERE g.role = 'advocate' ORDER BY a.name, a.id`,
    );
  }
}
