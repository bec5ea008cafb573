import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, connectionFrom, countCap, decodeCursor, encodeCursor, isUuid, pageSize } from '@upstander/platform';
import { Envelope } from '../keys/envelope.js';
import { People } from '../outside/people.js';
import type { Page } from '../records/record-page.js';
import type { Eyes } from '../sealed/eyes.js';
import { reasonOf, SealedZone } from '../sealed/sealed-zone.js';
import { AuditChain, type AuditRow } from './audit-chain.js';
import type { AuditChainState, AuditEntryConnection, AuditFilter } from './audit-trail.js';
import { TrailHead } from './trail-head.js';

type Row = AuditRow & Record<string, unknown>;

const matches = `($1::uuid IS NULL OR a.actor_id = $1) AND ($2::uuid IS NULL OR a.record_id = $2)
  AND ($3::text IS NULL OR a.action = $3) AND ($4::timestamptz IS NULL OR a.at >= $4)
  AND ($5::timestamptz IS NULL OR a.at < $5)`;

/** Who read what. Advocates see the reasons too; whoever else may look sees that there was one. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly zone: SealedZone,
    private readonly people: People,
    private readonly envelope: Envelope,
    private readonly head: TrailHead,
  ) {}

  /** Newest first. @throws Refusal BAD_INPUT. */
  async list(actor: Actor, filter: AuditFilter | null, page: Page): Promise<AuditEntryConnection> {
    const size = pageSize(page.first);
    const before = cursorOf(page.after);
    const eyes = eyesOf(actor);
    const params = [
      ...[idOf('actorId', filter?.actorId), idOf('recordId', filter?.recordId), filter?.action ?? null],
      ...[filter?.from ?? null, filter?.to ?? null],
    ];
    const { rows, total } = await this.zone.as(eyes, async (tx) => {
      const found = await tx.query<Row>(
        `SELECT a.seq, a.at, a.actor_id AS "actorId", a.actor_kind AS "actorKind", a.action,
           a.record_kind AS "recordKind", a.record_id AS "recordId", a.reason,
           a.sealed_reason AS "sealedReason"
         FROM sealed.audit a WHERE ${matches} AND ($6::bigint IS NULL OR a.seq < $6) ORDER BY a.seq DESC LIMIT $7`,
        [...params, before, size + 1],
      );
      const [number] = await tx.query<{ total: number }>(
        `SELECT count(*)::integer AS total
         FROM (SELECT FROM sealed.audit a WHERE ${matches} LIMIT ${countCap + 1}) m`,
        params,
      );
      return { rows: found, total: number?.total ?? 0 };
    });
    const nameOf = await this.people.names(rows.map(({ actorId }) => actorId));
    const given = eyes.kind === 'advocate' ? rows.filter(({ sealedReason }) => sealedReason) : [];
    // Of a record that was erased, the reason is too.
    const read = await this.envelope.reading(given.map(({ recordId }) => recordId));
    const entries = rows.map(({ reason, sealedReason, ...row }) => ({
      ...row,
      actorName: nameOf(row.actorId),
      reason: eyes.kind === 'advocate' ? (reason ?? read(reasonOf(row.recordId), sealedReason)) : null,
      reasonGiven: reason !== null || sealedReason !== null,
    }));
    return connectionFrom(entries, { size, after: before !== null, total, cursor: ({ seq }) => encodeCursor([seq]) });
  }

  /** What the nightly check found; null before the first. */
  async lastCheck(): Promise<AuditChainState | null> {
    const found = await this.head.lastCheck();
    return found && { ...found, ok: found.firstBroken === null, rows: Number(found.rows) };
  }

  /** Walks the whole trail. */
  async check(actor: Actor): Promise<AuditChainState> {
    const known = await this.head.read();
    return this.zone.as(eyesOf(actor), async (tx) => {
      const { firstBroken, rows } = await AuditChain.check(tx, known);
      return { ok: firstBroken === null, firstBroken, rows: Number(rows), checkedAt: tx.at };
    });
  }
}

/** An advocate looks as one; an admin who is none sees the trail and nothing else. */
function eyesOf(actor: Actor): Extract<Eyes, { kind: 'advocate' | 'auditor' }> {
  if (!actor.accountId) throw new Error('Nobody is signed in.');
  const kind = actor.grants.some(({ role }) => role === 'advocate') ? 'advocate' : 'auditor';
  return { kind, accountId: actor.accountId };
}

function idOf(field: string, id: string | null | undefined): string | null {
  if (id && !isUuid(id)) throw badInput({ [field]: 'not-an-id' });
  return id ?? null;
}

function cursorOf(after: string | null): string | null {
  const keys = decodeCursor(after, 1);
  if (!keys) return null;
  const seq = String(keys[0]);
  if (!/^\d{1,18}$/.test(seq)) throw badInput({ after: 'not-a-cursor' });
  return seq;
}
