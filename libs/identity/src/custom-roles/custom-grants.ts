import { Injectable } from '@nestjs/common';
import { type Database, notFound, violatedConstraint } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { CustomGrant } from '../access/actor.js';
import { CustomRoleSeals, type SealedCustomGrant, type SealedCustomRole } from './custom-role-seals.js';

type SqlExecutor = Pick<Database, 'query'>;

interface NewCustomGrant extends Omit<SealedCustomGrant, 'id'> {
  grantedBy: string | null;
  at: Date;
}

/** A grant with the rights of its role, as `customGrantsSql` selects it. */
export interface CustomGrantRow extends Omit<SealedCustomGrant, 'accountId'> {
  seal: string;
  role: SealedCustomRole & { seal: string };
}

/** Subquery for the custom roles of an account, as JSON. Seals are hexadecimal. */
export function customGrantsSql(accountId: string): string {
  return `coalesce((
      SELECT json_agg(json_build_object('id', cg.id, 'customRoleId', cg.custom_role_id, 'chapterId', cg.chapter_id,
        'byCommandLine', cg.by_command_line, 'requestId', cg.request_id, 'seal', encode(cg.seal, 'hex'),
        'role', json_build_object('id', cr.id, 'baseRole', cr.base_role, 'viewAreas', cr.view_areas,
          'manageAreas', cr.manage_areas, 'seal', encode(cr.seal, 'hex'))))
      FROM identity.custom_grant cg JOIN identity.custom_role cr ON cr.id = cg.custom_role_id
      WHERE cg.account_id = ${accountId}
    ), '[]')`;
}

@Injectable()
export class CustomGrants {
  constructor(private readonly seals: CustomRoleSeals) {}

  /**
   * Returns false if the account already has the role there.
   * @throws Refusal NOT_FOUND (account, chapter or role)
   */
  async insert(db: SqlExecutor, { grantedBy, at, ...grant }: NewCustomGrant): Promise<boolean> {
    const id = randomUUID();
    try {
      const insertedRows = await db.query(
        `INSERT INTO identity.custom_grant
           (id, account_id, custom_role_id, chapter_id, by_command_line, request_id, granted_by, created_at, seal)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING 1 AS made`,
        [
          id,
          grant.accountId,
          grant.customRoleId,
          grant.chapterId,
          grant.byCommandLine,
          grant.requestId,
          grantedBy,
          at,
          this.seals.sealOfGrant({ id, ...grant }),
        ],
      );
      return insertedRows.length > 0;
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Returns the grants that count: of an account, with genuine seals of the grant and of its role. */
  verify(accountId: string, rows: readonly CustomGrantRow[]): CustomGrant[] {
    return rows
      .filter(({ seal, role: { seal: roleSeal, ...role }, ...grant }) => {
        const isGenuine = this.seals.isGenuineGrant({ ...grant, accountId }, Buffer.from(seal, 'hex'));
        return isGenuine && this.seals.isGenuineRole(role, Buffer.from(roleSeal, 'hex'));
      })
      .map(({ chapterId, role: { baseRole, viewAreas, manageAreas } }) => ({
        role: baseRole,
        chapterId,
        viewAreas,
        manageAreas,
      }));
  }
}

function refusalOf(error: unknown): unknown {
  const constraint = violatedConstraint(error);
  if (constraint === 'custom_grant_account_id_fkey') return notFound('This account');
  if (constraint === 'custom_grant_chapter_id_fkey') return notFound('This chapter');
  if (constraint === 'custom_role_retired') return notFound('This role');
  return error;
}
