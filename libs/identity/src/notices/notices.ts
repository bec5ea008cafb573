import { Injectable } from '@nestjs/common';
import { Clock, JobQueue, type Tx } from '@upstander/platform';
import type { RoleName } from '../roles/role.js';
import { activeGrants } from '../accounts/rows/account-columns.js';

export type NoticeKind =
  | 'role-granted'
  | 'role-requested'
  | 'role-approved'
  | 'role-begun'
  | 'role-rejected'
  | 'role-expired'
  | 'role-revoked'
  | 'account-disabled'
  | 'account-enabled'
  | 'sessions-ended'
  | 'second-step-reset-requested'
  | 'second-step-reset'
  | 'second-step-reset-stopped';

export interface NewNotice {
  readonly kind: NoticeKind;
  readonly accountId: string;
  readonly by?: string | null;
  readonly role?: RoleName | null;
  readonly chapterId?: string | null;
  /** Set if the role is a custom one with `role` as its base. */
  readonly customRoleId?: string | null;
  readonly beginsAt?: Date | null;
}

/** A job in libs/notifications turns the rows into emails. */
@Injectable()
export class Notices {
  constructor(
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  notifyOwner(tx: Tx, notice: NewNotice): Promise<void> {
    return this.insertNotice(tx, notice, 'SELECT $1::uuid AS id', []);
  }

  /** Notifies the account and all current holders of the role, who can object. */
  notifyHolders(tx: Tx, notice: NewNotice & { role: RoleName }): Promise<void> {
    return this.insertNotice(
      tx,
      notice,
      `SELECT $1::uuid AS id UNION SELECT g.account_id FROM ${activeGrants}
       WHERE g.role = $8 AND (g.chapter_id IS NULL OR g.chapter_id = $9)`,
      [notice.role, notice.chapterId ?? null],
    );
  }

  /** Notifies all admins and, unless excluded, the account. */
  notifyAdmins(tx: Tx, notice: NewNotice, owner: 'owner too' | 'not the owner' = 'owner too'): Promise<void> {
    return this.insertNotice(
      tx,
      notice,
      `SELECT $1::uuid AS id WHERE $8 UNION SELECT g.account_id FROM ${activeGrants}
       WHERE g.role = 'admin' AND ($8 OR a.id <> $1)`,
      [owner === 'owner too'],
    );
  }

  private async insertNotice(
    tx: Tx,
    notice: NewNotice,
    recipientSql: string,
    extraParams: readonly unknown[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO identity.notice (recipient_id, account_id, kind, by_account_id, role, chapter_id, begins_at, custom_role_id, created_at)
       SELECT id, $1, $2, $3, $4, $5, $6, $7, $${8 + extraParams.length} FROM (${recipientSql}) recipients`,
      [
        notice.accountId,
        notice.kind,
        notice.by ?? null,
        notice.role ?? null,
        notice.chapterId ?? null,
        notice.beginsAt ?? null,
        notice.customRoleId ?? null,
        ...extraParams,
        this.clock.now(),
      ],
    );
    tx.afterCommit(() => this.queue.enqueue('make-account-notices'));
  }
}
