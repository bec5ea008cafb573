import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Config,
  Database,
  Idempotency,
  isUuid,
  mayChange,
  notThere,
  readInput,
  refuseFaults,
  type Tx,
  typedKey,
  typedLine,
} from '@upstander/platform';
import { AskOutbox } from '../mails/ask-outbox.js';
import { AskAccess, type LockedAsk } from './ask-access.js';
import { CreateSchoolAskInput, type AdvanceSchoolAskInput, type PlanSchoolAskInput } from './ask.input.js';
import { placeOf, requireChapter } from './ask-place.js';
import { AskReads } from './ask-reads.js';
import { AskReminders } from './ask-reminders.js';
import { SchoolAskStatus } from './ask-status.js';
import { moveAsk, noteChange, notFromHere } from './ask-store.js';
import type { ManagedAsk } from './managed-ask.js';

/** What staff do with asks: each change is a line of the history. */
@Injectable()
export class Asks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly access: AskAccess,
    private readonly reads: AskReads,
    private readonly reminders: AskReminders,
    private readonly idempotency: Idempotency,
    private readonly mails: AskOutbox,
  ) {}

  /** A school or a district that our own staff want to ask. @throws Refusal BAD_INPUT, NOT_FOUND for no school or chapter of theirs */
  async create(actor: Actor, input: CreateSchoolAskInput): Promise<ManagedAsk> {
    const { values, faults } = readInput(CreateSchoolAskInput, input);
    // Where nothing is needed of the name the directory says it.
    if (input.entryId) delete faults['school'];
    refuseFaults(faults);
    const chapterId = input.chapterId ?? null;
    if (!this.access.mayFor(actor, chapterId)) throw notThere('This chapter');
    const said = { ...values, entryId: input.entryId ?? null, chapterId };
    const call = {
      operation: 'createSchoolAsk',
      actorKey: actor.accountId ?? '',
      key: typedKey(input.idempotencyKey),
      input: said,
    };
    const id = await this.db.transaction((tx) =>
      this.idempotency.once(tx, call, async () => {
        const at = this.clock.now();
        const place = await placeOf(tx, said, this.config.SCHOOL_STATE);
        if (chapterId) await requireChapter(tx, chapterId);
        const [made] = await tx.query<{ id: string }>(
          `INSERT INTO outreach.ask (entry_id, school, city, state, chapter_id, asker, letter_en, letter_es, letter_by, status,
             owner_id, created_at, changed_at)
           VALUES ($1, $2, $3, $4, $5, 'staff', $6, $7, 'us', 'district', $8, $9, $9) RETURNING id`,
          [
            place.entryId,
            place.school,
            place.city,
            place.state,
            chapterId,
            values.letterEn,
            values.letterEs,
            actor.accountId,
            at,
          ],
        );
        await noteChange(tx, made!.id, at, { kind: 'started', by: actor.accountId });
        return made!.id;
      }),
    );
    return this.reads.one(actor, id);
  }

  /**
   * On, or back. `from` is where whoever asks saw it: two people who move one card do not move it twice. What is closed has
   * no next step any more. @throws Refusal NOT_FOUND, SCHOOL_ASK_STATUS with the status it has
   */
  async advance(actor: Actor, { id, from, to }: AdvanceSchoolAskInput): Promise<ManagedAsk> {
    await this.db.transaction(async (tx) => {
      const ask = await this.access.lock(tx, actor, id);
      if (ask.status !== from || !mayChange(SchoolAskStatus, from, to)) throw notFromHere(ask.status);
      await moveAsk(tx, ask, to, { at: this.clock.now(), accountId: actor.accountId });
      if (to === 'closed') {
        const planless = 'next_step = NULL, next_step_on = NULL, step_version = step_version + 1';
        await tx.query(`UPDATE outreach.ask SET ${planless} WHERE id = $1`, [ask.id]);
      }
      await this.mails.moved(tx, ask.id, to);
    });
    return this.reads.one(actor, id);
  }

  /**
   * Who looks after it, and what comes next on which day; a plan without an owner is that of whoever writes it.
   * @throws Refusal NOT_FOUND; BAD_INPUT: nextStep required, nextStepOn required or in-the-past, ownerId not-a-choice;
   * SCHOOL_ASK_STATUS for a plan of what is closed
   */
  async plan(actor: Actor, input: PlanSchoolAskInput): Promise<ManagedAsk> {
    const nextStep = input.nextStep?.trim() ? typedLine('nextStep', input.nextStep, 200) : null;
    const nextStepOn = input.nextStepOn ?? null;
    if (nextStep && !nextStepOn) throw badInput({ nextStepOn: 'required' });
    if (!nextStep && nextStepOn) throw badInput({ nextStep: 'required' });
    await this.db.transaction(async (tx) => {
      const ask = await this.access.lock(tx, actor, input.id);
      if (ask.status === 'closed' && nextStep) throw notFromHere(ask.status);
      const ownerId = input.ownerId?.toLowerCase() ?? (nextStep ? actor.accountId : null);
      if (ownerId === ask.ownerId && nextStep === ask.nextStep && nextStepOn === ask.nextStepOn) return;
      if (ownerId !== null) await this.requireOwner(tx, ask, ownerId);
      if (nextStepOn !== null && nextStepOn !== ask.nextStepOn) await this.requireAhead(tx, ask, nextStepOn);
      await tx.query('UPDATE outreach.ask SET owner_id = $2, next_step = $3, next_step_on = $4 WHERE id = $1', [
        ask.id,
        ownerId,
        nextStep,
        nextStepOn,
      ]);
      const at = this.clock.now();
      await noteChange(tx, ask.id, at, { kind: 'plan', detail: nextStepOn, by: actor.accountId });
      await this.reminders.again(tx, ask.id);
    });
    return this.reads.one(actor, input.id);
  }

  /** Another chapter looks after it; its owner stays only where they may. @throws Refusal NOT_FOUND, also for a chapter of others */
  async moveToChapter(actor: Actor, id: string, chapterId: string | null): Promise<ManagedAsk> {
    if (!this.access.mayFor(actor, chapterId)) throw notThere('This chapter');
    await this.db.transaction(async (tx) => {
      const ask = await this.access.lock(tx, actor, id);
      if (ask.chapterId === (chapterId?.toLowerCase() ?? null)) return;
      if (chapterId) await requireChapter(tx, chapterId);
      const owners = await this.owners(tx, chapterId);
      const ownerId = owners.includes(ask.ownerId ?? '') ? ask.ownerId : null;
      await tx.query('UPDATE outreach.ask SET chapter_id = $2, owner_id = $3 WHERE id = $1', [
        ask.id,
        chapterId,
        ownerId,
      ]);
      await noteChange(tx, ask.id, this.clock.now(), { kind: 'chapter', by: actor.accountId });
      // Nine o'clock is another moment there.
      await this.reminders.again(tx, ask.id);
    });
    return this.reads.one(actor, id);
  }

  private async requireOwner(tx: Tx, ask: LockedAsk, ownerId: string): Promise<void> {
    const owners = isUuid(ownerId) ? await this.owners(tx, ask.chapterId) : [];
    if (!owners.includes(ownerId)) throw badInput({ ownerId: 'not-a-choice' });
  }

  private async owners(tx: Tx, chapterId: string | null): Promise<string[]> {
    return (await tx.query<{ id: string }>(`SELECT p.id FROM (${ownersOf('$1')}) p`, [chapterId])).map(({ id }) => id);
  }

  private async requireAhead(tx: Tx, ask: LockedAsk, day: string): Promise<void> {
    const [today] = await tx.query<{ day: string }>(
      `SELECT to_char($2::timestamptz AT TIME ZONE coalesce(
         (SELECT c.time_zone FROM identity.chapter c WHERE c.id = $1), $3), 'YYYY-MM-DD') AS day`,
      [ask.chapterId, this.clock.now(), this.config.TIME_ZONE],
    );
    if (day < today!.day) throw badInput({ nextStepOn: 'in-the-past' });
  }
}

/** Those who can look after asks of a chapter: its organizers, and who looks after all. */
export function ownersOf(chapter: string): string {
  return `SELECT DISTINCT p.id, p.name FROM identity.account p JOIN identity."grant" g ON g.account_id = p.id
    WHERE p.disabled_at IS NULL AND g.role IN ('admin', 'organizer')
      AND (g.chapter_id IS NULL OR g.chapter_id = ${chapter}::uuid)`;
}
