import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, isUuid, keysetList, type PageArgs, Values, withNodes } from '@upstander/platform';
import { Envelope } from '../keys/envelope.js';
import { People } from '../outside/people.js';
import type { SealedReader } from '../database/sealed-reader.js';
import { reasonOf, SealedZone } from '../sealed/sealed-zone.js';
import { AuditChain, type AuditRow } from '../trail/audit-chain.js';
import type { AuditChainState, AuditEntryConnection, AuditFilter } from './audit-trail.js';
import { TrailHead } from '../trail/trail-head.js';

/** @throws Refusal BAD_INPUT for an invalid ID */
function conditionsOf(filter: AuditFilter | null, values: Values): string[] {
  const conditions: string[] = [];
  for (const [field, column] of [
    ['actorId', 'a.actor_id'],
    ['recordId', 'a.record_id'],
  ] as const) {
    const id = filter?.[field];
    if (!id) continue;
    if (!isUuid(id)) throw badInput({ [field]: 'not-an-id' });
    conditions.push(`${column} = ${values.add(id)}::uuid`);
  }
  if (filter?.action) conditions.push(`a.action = ${values.add(filter.action)}`);
  if (filter?.from) conditions.push(`a.at >= ${values.add(filter.from)}::timestamptz`);
  if (filter?.to) conditions.push(`a.at < ${values.add(filter.to)}::timestamptz`);
  return conditions;
}

/** Advocates see the reasons; auditors only see that one was given. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly zone: SealedZone,
    private readonly people: People,
    private readonly envelope: Envelope,
    private readonly head: TrailHead,
  ) {}

  /** @throws Refusal BAD_INPUT */
  async list(actor: Actor, filter: AuditFilter | null, page: PageArgs): Promise<AuditEntryConnection> {
    const reader = readerOf(actor);
    const values = new Values();
    const conditions = conditionsOf(filter, values);
    const entries = await this.zone.runAs(reader, (tx) =>
      keysetList<AuditRow>(tx, {
        columns: `a.seq, a.at, a.actor_id AS "actorId", a.actor_kind AS "actorKind", a.action,
          a.record_kind AS "recordKind", a.record_id AS "recordId", a.reason, a.sealed_reason AS "sealedReason"`,
        from: 'sealed.audit a',
        conditions,
        values,
        by: [{ sql: 'a.seq', type: 'bigint' }],
        direction: 'DESC',
        page,
      }),
    );
    const rows = entries.edges.map(({ node }) => node);
    const nameOf = await this.people.names(rows.map(({ actorId }) => actorId));
    const rowsWithReason = reader.kind === 'advocate' ? rows.filter(({ sealedReason }) => sealedReason) : [];
    // The reason of an erased record can't be decrypted.
    const unseal = await this.envelope.getUnsealer(rowsWithReason.map(({ recordId }) => recordId));
    return withNodes(entries, ({ reason, sealedReason, ...row }) => ({
      ...row,
      actorName: nameOf(row.actorId),
      reason: reader.kind === 'advocate' ? (reason ?? unseal(reasonOf(row.recordId), sealedReason)) : null,
      hasReason: reason !== null || sealedReason !== null,
    }));
  }

  /** Returns the result of the last nightly check, or null before the first. */
  async lastCheck(): Promise<AuditChainState | null> {
    const lastCheck = await this.head.lastCheck();
    return lastCheck && { ...lastCheck, ok: lastCheck.firstInvalidRow === null, rows: Number(lastCheck.rows) };
  }

  async check(actor: Actor): Promise<AuditChainState> {
    const storedHead = await this.head.readHead();
    return this.zone.runAs(readerOf(actor), async (tx) => {
      const { firstInvalidRow, rows } = await AuditChain.check(tx, storedHead);
      return { ok: firstInvalidRow === null, firstInvalidRow, rows: Number(rows), checkedAt: tx.at };
    });
  }
}

/** Returns an advocate reader if the actor is one; an admin who isn't can read only the trail. */
function readerOf(actor: Actor): Extract<SealedReader, { kind: 'advocate' | 'auditor' }> {
  if (!actor.accountId) throw new Error('Nobody is signed in.');
  const kind = actor.grants.some(({ role }) => role === 'advocate') ? 'advocate' : 'auditor';
  return { kind, accountId: actor.accountId };
}
