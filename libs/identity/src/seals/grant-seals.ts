import { Injectable } from '@nestjs/common';
import { RowSeals, type Database } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { activeGrants } from '../accounts/rows/account-columns.js';
import { powerfulRoles, type GrantedRole, type RoleName } from '../roles/role.js';

export interface SealedGrant {
  id: string;
  accountId: string;
  role: RoleName;
  chapterId: string | null;
  byCommandLine: boolean;
  requestId: string | null;
}

type SqlExecutor = Pick<Database, 'query'>;

interface NewGrant extends Omit<SealedGrant, 'id'> {
  grantedBy: string | null;
  at: Date;
}

/** A grant as `grantsSql` selects it. */
export type GrantRow = Omit<SealedGrant, 'accountId'> & { seal: string | null };

/** Roles allowed for an account without a seal, which may have been created by hand. */
const rolesWithoutSeal: readonly RoleName[] = ['volunteer'];

/** Subquery for the roles of an account, as JSON. Seals are hexadecimal. */
export function grantsSql(accountId: string): string {
  return `coalesce((
      SELECT json_agg(json_build_object('id', g.id, 'role', g.role, 'chapterId', g.chapter_id,
        'byCommandLine', g.by_command_line, 'requestId', g.request_id, 'seal', encode(g.seal, 'hex')))
      FROM identity."grant" g WHERE g.account_id = ${accountId}
    ), '[]')`;
}

/** Powerful roles written outside the application have no effect. */
@Injectable()
export class GrantSeals {
  constructor(private readonly seals: RowSeals) {}

  sealOf(grant: SealedGrant): Buffer {
    return this.seals.create('grant', valuesOf(grant));
  }

  /** True unless the role is powerful and lacks a genuine seal. */
  counts(grant: SealedGrant, seal: Buffer | null): boolean {
    return !powerfulRoles.includes(grant.role) || this.seals.isGenuine('grant', valuesOf(grant), seal);
  }

  /** Returns the roles that have an effect. */
  verify(account: { id: string; isSealed: boolean }, rows: readonly GrantRow[]): GrantedRole[] {
    return rows
      .filter(({ role }) => account.isSealed || rolesWithoutSeal.includes(role))
      .filter(({ seal, ...grant }) =>
        this.counts({ ...grant, accountId: account.id }, seal ? Buffer.from(seal, 'hex') : null),
      )
      .map(({ role, chapterId }) => ({ role, chapterId }));
  }

  isCurrent(grant: SealedGrant, seal: Buffer | null): boolean {
    return this.seals.isCurrent('grant', valuesOf(grant), seal);
  }

  /** Returns false if the account already holds the role. */
  async insert(db: SqlExecutor, { grantedBy, at, ...grant }: NewGrant): Promise<boolean> {
    const id = randomUUID();
    const insertedRows = await db.query(
      `INSERT INTO identity."grant" (id, account_id, role, chapter_id, by_command_line, request_id, granted_by, created_at, seal)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING 1 AS made`,
      [
        id,
        grant.accountId,
        grant.role,
        grant.chapterId,
        grant.byCommandLine,
        grant.requestId,
        grantedBy,
        at,
        this.sealOf({ id, ...grant }),
      ],
    );
    return insertedRows.length > 0;
  }

  /** Locks and returns the effective powerful roles. Empty if the account is disabled or unsealed. */
  async findVerifiedRoles(db: SqlExecutor, accountId: string | null): Promise<GrantedRole[]> {
    const grants = await db.query<SealedGrant & { seal: Buffer | null }>(
      `SELECT g.id, g.account_id AS "accountId", g.role, g.chapter_id AS "chapterId",
         g.by_command_line AS "byCommandLine", g.request_id AS "requestId", g.seal
       FROM ${activeGrants} WHERE g.account_id = $1 AND a.seal IS NOT NULL FOR SHARE OF g, a`,
      [accountId],
    );
    return grants
      .filter(({ role }) => powerfulRoles.includes(role))
      .filter(({ seal, ...grant }) => this.counts(grant, seal));
  }
}

function valuesOf({ id, accountId, role, chapterId, byCommandLine, requestId }: SealedGrant) {
  return [id, accountId, role, chapterId, byCommandLine, requestId];
}
