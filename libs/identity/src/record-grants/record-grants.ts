import { Injectable } from '@nestjs/common';
import { Clock, insertRowOnce, type Tx } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../access/actor.js';
import { noteSecurityEvent } from '../security-events/security-event.js';
import { RecordGrant, type RecordGrantKind } from './record-grant.entity.js';

/** Changes apply from the account's next request. */
@Injectable()
export class RecordGrants {
  constructor(private readonly clock: Clock) {}

  /** Returns the ID of the new grant, or null if the account already has one for the record. */
  async add(
    tx: Tx,
    actor: Actor,
    grant: { accountId: string; kind: RecordGrantKind; recordId: string },
  ): Promise<string | null> {
    const [id, createdAt] = [randomUUID(), this.clock.now()];
    const row = { id, ...grant, grantedBy: actor.accountId, createdAt };
    if (!(await insertRowOnce(tx.manager, RecordGrant, row))) return null;
    await this.note(tx, actor, 'role-granted', grant.accountId);
    return id;
  }

  async remove(tx: Tx, actor: Actor, { id, accountId }: { id: string; accountId: string }): Promise<void> {
    await tx.manager.delete(RecordGrant, id);
    await this.note(tx, actor, 'role-revoked', accountId);
  }

  private note(tx: Tx, actor: Actor, kind: 'role-granted' | 'role-revoked', accountId: string): Promise<void> {
    return noteSecurityEvent(tx, { kind, accountId, by: actor.accountId, at: this.clock.now() });
  }
}
