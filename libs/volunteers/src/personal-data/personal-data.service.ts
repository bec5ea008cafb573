import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  DataRequests,
  LegalHolds,
  NewCommitmentError,
  ErasureSteps,
  RecentSignIn,
  chapterName,
  type Actor,
  type LocaleName,
} from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { Clock, Database, notFound, Refusal, type Acknowledgement, type Tx } from '@upstander/platform';
import { VolunteerAccess } from '../access/volunteer-access.js';
import { HistoryKind } from '../history/history.entity.js';
import { recordHistoryEntries } from '../history/history.js';
import { VolunteerParts } from '../merges/volunteer-parts.js';
import { volunteerIdOfAddress } from '../profile/my-profile.service.js';
import { ownColumns } from '../profile/volunteer-columns.js';

@Injectable()
export class PersonalData implements OnModuleInit {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: VolunteerAccess,
    private readonly parts: VolunteerParts,
    private readonly outbox: Outbox,
    private readonly legalHolds: LegalHolds,
    private readonly persons: ErasureSteps,
    private readonly requests: DataRequests,
    private readonly recent: RecentSignIn,
  ) {}

  onModuleInit(): void {
    this.persons.define({
      name: 'volunteer',
      // The volunteer role comes from signing in once, so it must not prevent an erasure.
      roles: ['volunteer'],
      lock: (tx) => this.lock(tx),
      erase: async (tx, email, _at, by) => {
        const records = await tx.query<{ id: string }>(
          'SELECT coalesce(v.merged_into, v.id) AS id FROM volunteers.volunteer v WHERE v.email = $1 AND v.erased_at IS NULL',
          [email],
        );
        // Upcoming shifts were canceled before. Any that exist now were just added.
        for (const { id } of records) await this.eraseRecord(tx, id, by, () => new NewCommitmentError());
      },
    });
  }

  /** @throws Refusal NOT_FOUND for someone who never volunteered, SIGN_IN_AGAIN, SECOND_STEP_AGAIN */
  async export(actor: Actor): Promise<Record<string, unknown>> {
    await this.recent.require(actor);
    return this.exportOf(await this.ownRecord(actor));
  }

  /**
   * Exports the data of a volunteer without an email address, for an admin to hand over.
   * @throws Refusal NOT_FOUND, HAS_EMAIL_ADDRESS, SIGN_IN_AGAIN, SECOND_STEP_AGAIN
   */
  async exportFor(actor: Actor, id: string): Promise<Record<string, unknown>> {
    await this.recent.require(actor);
    const { email } = await this.find(actor, id);
    if (email !== null)
      throw new Refusal('HAS_EMAIL_ADDRESS', 'This volunteer has an email address and gets their data by email.');
    return this.exportOf(id);
  }

  private async exportOf(id: string): Promise<Record<string, unknown>> {
    const ids = await recordsOf(this.db, id);
    const [profile] = await this.db.query<Record<string, unknown>>(
      `SELECT ${ownColumns}, v.born_by::text AS "bornBy",
         ARRAY(SELECT ${chapterName('m.chapter_id')} FROM volunteers.membership m WHERE m.volunteer_id = v.id ORDER BY 1) AS "knownTo"
       FROM volunteers.volunteer v WHERE v.id = $1`,
      [id],
    );
    const history = await this.db.query<Record<string, unknown>>(
      'SELECT kind, at FROM volunteers.history WHERE volunteer_id = ANY ($1::uuid[]) ORDER BY id',
      [ids],
    );
    const parts: Record<string, unknown> = {};
    for (const part of this.parts.all()) if (part.export) parts[part.part] = await part.export(this.db, ids);
    return { exportedAt: this.clock.now(), profile, ...parts, history };
  }

  /**
   * Keeps the attendance as a number without a name.
   * @throws Refusal NOT_FOUND, SHIFTS_AHEAD, LEGAL_HOLD, SIGN_IN_AGAIN, SECOND_STEP_AGAIN
   */
  async eraseMine(actor: Actor): Promise<Acknowledgement> {
    await this.recent.require(actor);
    const id = await this.ownRecord(actor);
    await this.db.transaction(async (tx) => {
      await tx.setStatementTimeout(60);
      await this.lock(tx);
      await this.legalHolds.requireNoHold(tx, actor.email!);
      await this.eraseRecord(tx, id, null, shiftsAhead);
    });
    return { ok: true };
  }

  /**
   * Opens a full erasure request that a volunteer asked an admin for. A volunteer without an address has only this record, which
   * is erased immediately.
   * @throws Refusal NOT_FOUND, and those of a request and of `eraseMine`
   */
  async eraseFor(actor: Actor, id: string): Promise<Acknowledgement> {
    const { email, locale } = await this.find(actor, id);
    if (email !== null) await this.requests.openRequest(actor, { kind: 'erasure', email, locale });
    else await this.eraseWithoutAddress(actor, id);
    return { ok: true };
  }

  private async eraseWithoutAddress(actor: Actor, id: string): Promise<void> {
    await this.recent.require(actor);
    await this.db.transaction(async (tx) => {
      await tx.setStatementTimeout(60);
      await this.lock(tx);
      const ids = await recordsOf(tx, id);
      const about: string[] = [];
      for (const part of this.parts.all()) about.push(...((await part.findMailSubjects?.(tx, ids)) ?? []));
      await this.legalHolds.refuseSubjects(tx, [...ids, ...about]);
      await this.eraseRecord(tx, id, actor.accountId ?? null, shiftsAhead);
    });
  }

  private async find(actor: Actor, id: string): Promise<{ email: string | null; locale: LocaleName }> {
    await this.access.require(actor, [id]);
    const [volunteer] = await this.db.query<{ email: string | null; locale: LocaleName }>(
      'SELECT email, locale FROM volunteers.volunteer WHERE id = $1 AND erased_at IS NULL',
      [id],
    );
    if (!volunteer) throw notFound('This volunteer');
    return volunteer;
  }

  private async eraseRecord(tx: Tx, id: string, by: string | null, refusalIfAhead: () => Error): Promise<void> {
    const at = this.clock.now();
    const ids = await recordsOf(tx, id);
    // Blocks concurrent writes to and around the record until it is erased (platform.refuse_erased_person).
    const locked = await tx.query(
      'SELECT id FROM volunteers.volunteer WHERE id = ANY ($1::uuid[]) AND erased_at IS NULL ORDER BY id FOR UPDATE',
      [ids],
    );
    if (locked.length === 0) throw notFound('This volunteer');
    const mailSubjects: string[] = [];
    for (const part of this.parts.all()) mailSubjects.push(...((await part.findMailSubjects?.(tx, ids)) ?? []));
    await this.outbox.deleteFor(tx, [...ids, ...mailSubjects]);
    for (const part of this.parts.all()) {
      if ((await part.hasUpcoming?.(tx, ids, at)) ?? false) throw refusalIfAhead();
      await part.erase?.(tx, ids);
    }
    await eraseRecords(tx, ids, at);
    await recordHistoryEntries(tx, [id], { kind: HistoryKind.ERASED, at, by });
  }

  private async lock(tx: Tx): Promise<void> {
    for (const part of this.parts.all()) await part.lock?.(tx);
  }

  private async ownRecord(actor: Actor): Promise<string> {
    const [ownVolunteer] = await this.db.query<{ id: string }>(
      `SELECT v.id FROM volunteers.volunteer v WHERE v.id = ${volunteerIdOfAddress('$1')} AND v.proven_at IS NOT NULL AND v.erased_at IS NULL`,
      [actor.email],
    );
    if (!ownVolunteer) throw notFound('This volunteer');
    return ownVolunteer.id;
  }
}

function shiftsAhead(): Refusal {
  return new Refusal(
    'SHIFTS_AHEAD',
    'There are upcoming shifts. Cancel them first, and then you can erase everything.',
  );
}

async function recordsOf(db: Database | Tx, id: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'SELECT id FROM volunteers.volunteer WHERE id = $1 OR merged_into = $1 ORDER BY id',
    [id],
  );
  return rows.map((row) => row.id);
}

/** Keeps the history, which is append-only and contains only codes, IDs and names of tags. */
async function eraseRecords(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  await tx.query('DELETE FROM volunteers.merge WHERE kept_id = ANY ($1::uuid[]) OR merged_id = ANY ($1::uuid[])', [
    ids,
  ]);
  await tx.query(
    `UPDATE volunteers.volunteer SET email = ('erased-' || id || '@erased.invalid')::citext, name = '—', preferred_name = NULL,
       phone = NULL, postcode = NULL, languages = '{}', home_chapter_id = NULL, skill_ids = '{}', interest_ids = '{}', availability = '[]',
       birth_year = NULL, born_by = NULL, minor = false, accessibility_needs = NULL, shows_name_to_peers = false, version = version + 1,
       updated_at = $2, erased_at = $2
     WHERE id = ANY ($1::uuid[])`,
    [ids, at],
  );
  // Last, because webhook endpoints of the chapters that know the volunteer get the change above.
  for (const table of ['membership', 'known_browser']) {
    await tx.query(`DELETE FROM volunteers.${table} WHERE volunteer_id = ANY ($1::uuid[])`, [ids]);
  }
}
