import { Injectable } from '@nestjs/common';
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
            'SELECT id, name FROM identity.account WHERE id = ANY ($1::uuid[])',
            [accountIds],
          )
        : [];
    const namesById = new Map(rows.map(({ id, name }) => [id, name]));
    return (id) => (id && namesById.get(id)) || null;
  }

  async advocates(): Promise<Array<{ accountId: string; name: string }>> {
    return this.db.query(
      `SELECT a.id AS "accountId", a.name FROM identity.account a
       WHERE a.disabled_at IS NULL
         AND EXISTS (SELECT FROM identity."grant" g WHERE g.account_id = a.id AND g.role = 'advocate')
       ORDER BY a.name, a.id`,
    );
  }
}
