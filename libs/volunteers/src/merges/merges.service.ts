import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { badInput, Clock, Database, isUuid, notFound, Refusal, type Tx } from '@upstander/platform';
import type { VolunteerProfile } from '../directory/managed-volunteer.js';
import { VolunteerReads } from '../directory/volunteer-reads.js';
import { HistoryKind } from '../history/history.entity.js';
import { recordHistoryEntries } from '../history/history.js';
import { Volunteer } from '../profile/volunteer.entity.js';
import { fieldsFrom } from './merged-fields.js';
import { joinMemberships, restoreMemberships } from './memberships.js';
import { Merge, type MergePreview, type MoveRecord } from './merge.entity.js';
import type { MergeVolunteersInput } from './merge.input.js';
import { ownParts, VolunteerParts } from './volunteer-parts.js';

/** Number of days in which an unchanged merge can be undone. */
export const undoDays = 30;

/** Restricted to admins, because any chapter may know either record. */
@Injectable()
export class Merges implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly parts: VolunteerParts,
    private readonly reads: VolunteerReads,
  ) {}

  onModuleInit(): void {
    for (const part of ownParts) this.parts.define(part);
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT if both IDs are the same */
  async preview(actor: Actor, keptId: string, mergedId: string): Promise<MergePreview> {
    const [from, to] = [mergedId.toLowerCase(), keptId.toLowerCase()];
    if (from === to) throw badInput({ mergedId: 'not-a-choice' });
    const keptVolunteer = await this.reads.byId(actor, to);
    const merged = await this.reads.byId(actor, from);
    const now = this.clock.now();
    const movedIds = [];
    for (const part of this.parts.all()) {
      const { moves: move, stays: stayingIds, clashes } = await part.find(this.db, { from, to }, now);
      movedIds.push({ part: part.part, moves: move.length, skipped: stayingIds.length, conflicts: clashes });
    }
    const rows = await this.db.manager.findBy(Volunteer, [{ id: to }, { id: from }]);
    const findRow = (id: string) => rows.find((one) => one.id === id)!;
    // The opt-out is not a profile field.
    const fields = Object.keys(fieldsFrom(findRow(to), findRow(from))).filter((name) => name !== 'messagesStoppedAt');
    return { kept: keptVolunteer, merged, moves: movedIds, fields };
  }

  /** @throws Refusal NOT_FOUND, RECORDS_CHANGED, ALREADY_MERGED, SHIFTS_CLASH */
  async merge(actor: Actor, input: MergeVolunteersInput): Promise<VolunteerProfile> {
    const pair = { from: input.mergedId.toLowerCase(), to: input.keptId.toLowerCase() };
    if (pair.from === pair.to) throw badInput({ mergedId: 'not-a-choice' });
    if (!isUuid(pair.from) || !isUuid(pair.to)) throw notFound('This volunteer');
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      for (const part of this.parts.all()) await part.lock?.(tx);
      const { kept: keptVolunteer, merged } = await this.lockPair(tx, pair);
      if (keptVolunteer.version !== input.keptVersion || merged.version !== input.mergedVersion) throw changedRefusal();
      if (!keptVolunteer.verifiedAt && merged.verifiedAt) throw keepConfirmed();
      const moveRecord: MoveRecord = {
        parts: {},
        fields: {},
        activeAt: keptVolunteer.activeAt.toISOString(),
        knew: { kept: [], merged: [] },
      };
      for (const part of this.parts.all()) {
        const { moves: movedIds, clashes } = await part.find(tx, pair, at);
        if (clashes > 0)
          throw new Refusal('SHIFTS_CLASH', 'Both people have shifts at the same time. Cancel one first.');
        await part.move(tx, movedIds, pair);
        moveRecord.parts[part.part] = movedIds;
      }
      moveRecord.knew = await joinMemberships(tx, pair);
      const fields = { ...fieldsFrom(keptVolunteer, merged), ...(await releaseUnconfirmed(tx, keptVolunteer, merged)) };
      moveRecord.fields = Object.fromEntries(
        Object.keys(fields).map((name) => [name, keptVolunteer[name as keyof Volunteer]]),
      );
      const version = keptVolunteer.version + 1;
      const activeAt = new Date(Math.max(keptVolunteer.activeAt.valueOf(), merged.activeAt.valueOf()));
      await tx.manager.update(Volunteer, pair.to, { ...fields, version, updatedAt: at, activeAt });
      await tx.manager.update(Volunteer, pair.from, { mergedInto: pair.to, updatedAt: at });
      // Earlier merges into the merged record now point to the remaining one.
      await tx.manager.update(Volunteer, { mergedInto: pair.from }, { mergedInto: pair.to });
      await tx.manager.insert(Merge, {
        keptId: pair.to,
        mergedId: pair.from,
        byAccountId: actor.accountId,
        mergedAt: at,
        moved: moveRecord,
        keptVersion: version,
      });
      await recordHistoryEntries(tx, [pair.to], {
        kind: HistoryKind.MERGED,
        at,
        by: actor.accountId,
        detail: pair.from,
      });
    });
    return this.reads.byId(actor, pair.to);
  }

  /** Undoes a merge if nothing has changed since. @throws Refusal NOT_FOUND, MERGE_STANDS */
  async undo(actor: Actor, id: string): Promise<VolunteerProfile> {
    const found = isUuid(id) ? await this.db.manager.findOneBy(Merge, { id }) : null;
    if (!found) throw notFound('This merge');
    const pair = { from: found.mergedId, to: found.keptId };
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      for (const part of this.parts.all()) await part.lock?.(tx);
      await tx.query(lockPairSql, [[pair.from, pair.to]]);
      const merge = await tx.manager.findOneByOrFail(Merge, { id });
      const keptVolunteer = await tx.manager.findOneByOrFail(Volunteer, { id: pair.to });
      const merged = await tx.manager.findOneByOrFail(Volunteer, { id: pair.from });
      const isTooLate = at.valueOf() > merge.mergedAt.valueOf() + undoDays * 86_400_000;
      if (
        merge.undoneAt ||
        isTooLate ||
        keptVolunteer.version !== merge.keptVersion ||
        keptVolunteer.mergedInto ||
        keptVolunteer.erasedAt
      )
        throw mergeStandsRefusal();
      if (merged.mergedInto !== keptVolunteer.id) throw mergeStandsRefusal();
      for (const part of this.parts.all()) {
        const ids = merge.moved.parts[part.part] ?? [];
        if ((await part.move(tx, ids, { from: pair.to, to: pair.from })) !== ids.length) throw mergeStandsRefusal();
      }
      await restoreMemberships(tx, pair, merge.moved.knew, merge.mergedAt);
      const activeAt =
        keptVolunteer.activeAt > merge.mergedAt ? keptVolunteer.activeAt : new Date(merge.moved.activeAt);
      const fields = { ...merge.moved.fields, activeAt, version: keptVolunteer.version + 1, updatedAt: at };
      await tx.manager.update(Volunteer, keptVolunteer.id, fields);
      const email = 'email' in fields ? { email: keptVolunteer.email } : {};
      await tx.manager.update(Volunteer, merged.id, { ...email, mergedInto: null, updatedAt: at });
      await tx.manager.update(Merge, id, { undoneAt: at, undoneBy: actor.accountId });
      const entry = { kind: HistoryKind.MERGE_UNDONE, at, by: actor.accountId };
      await recordHistoryEntries(tx, [keptVolunteer.id], { ...entry, detail: merged.id });
      await recordHistoryEntries(tx, [merged.id], { ...entry, detail: keptVolunteer.id });
    });
    return this.reads.byId(actor, pair.to);
  }

  /** Locks both records in ID order, so concurrent merges of the same pair run one after the other. */
  private async lockPair(
    tx: Tx,
    { from, to }: { from: string; to: string },
  ): Promise<{ kept: Volunteer; merged: Volunteer }> {
    await tx.query(lockPairSql, [[from, to]]);
    const rows = await tx.manager.findBy(Volunteer, [{ id: from }, { id: to }]);
    const [keptVolunteer, merged] = [to, from].map((id) => rows.find((row) => row.id === id));
    if (!isListed(keptVolunteer) || !isListed(merged)) throw notFound('This volunteer');
    if (keptVolunteer.mergedInto || merged.mergedInto) {
      throw new Refusal('ALREADY_MERGED', 'One of these records has already been merged.');
    }
    return { kept: keptVolunteer, merged };
  }
}

const lockPairSql = 'SELECT FROM volunteers.volunteer WHERE id = ANY ($1::uuid[]) ORDER BY id FOR NO KEY UPDATE';

function isListed(row: Volunteer | undefined): row is Volunteer {
  return row !== undefined && (row.verifiedAt ?? row.metAt) !== null && row.erasedAt === null;
}

/**
 * Takes an address that its owner hasn't confirmed from the record that is merged, because it would lead its owner to the record
 * that is kept. That record gets it if it has none and isn't confirmed either.
 */
async function releaseUnconfirmed(
  tx: Tx,
  keptVolunteer: Volunteer,
  merged: Volunteer,
): Promise<Pick<Partial<Volunteer>, 'email'>> {
  if (merged.verifiedAt || merged.email === null) return {};
  await tx.manager.update(Volunteer, merged.id, { email: null });
  return keptVolunteer.email === null ? { email: merged.email } : {};
}

function keepConfirmed(): Refusal {
  return new Refusal('KEEP_CONFIRMED_ADDRESS', 'Only one record has a confirmed email address. Keep that one.');
}

function changedRefusal(): Refusal {
  return new Refusal('RECORDS_CHANGED', 'Someone changed one of these records. Please review both again.');
}

function mergeStandsRefusal(): Refusal {
  return new Refusal('MERGE_STANDS', 'This can’t be undone anymore: something has changed since, or the time is over.');
}
