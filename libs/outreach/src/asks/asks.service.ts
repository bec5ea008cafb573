import { Injectable } from '@nestjs/common';
import { chapterZone, activeGrants, type Actor, type LocaleName } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  badInput,
  Clock,
  Config,
  Database,
  Idempotency,
  insertRow,
  isUuid,
  mayChange,
  notFound,
  readInput,
  refuseFaults,
  type Tx,
  typedLine,
} from '@upstander/platform';
import { AskAccess, type LockedAsk } from './ask-access.js';
import { Ask } from './ask.entity.js';
import { CreateSchoolAskInput, type AdvanceSchoolAskInput, type PlanSchoolAskInput } from './ask.input.js';
import { placeOf, requireChapter } from './ask-place.js';
import { AskReads } from './ask-reads.js';
import { AskReminders } from './ask-reminders.js';
import { SchoolAskStatus } from './ask-status.js';
import { moveAsk, recordAskChange, statusRefusal } from './ask-store.js';
import type { ManagedAsk } from './managed-ask.js';

/** Staff operations on school requests. Each change is recorded in the history. */
/** Statuses the requester is notified of. Earlier ones are internal. */
const notifiedStatuses: readonly SchoolAskStatus[] = ['meeting', 'committed', 'taught', 'protocol'];

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
    private readonly outbox: Outbox,
  ) {}

  /** @throws Refusal BAD_INPUT; NOT_FOUND for an unknown school or another chapter */
  async create(actor: Actor, input: CreateSchoolAskInput): Promise<ManagedAsk> {
    const { values, faults } = readInput(CreateSchoolAskInput, input);
    // The name comes from the directory.
    if (input.entryId) delete faults['school'];
    refuseFaults(faults);
    const chapterId = input.chapterId ?? null;
    if (!this.access.canActForChapter(actor, chapterId)) throw notFound('This chapter');
    const content = { ...values, entryId: input.entryId ?? null, chapterId };
    const call = {
      operation: 'createSchoolAsk',
      actorKey: actor.accountId ?? '',
      key: input.idempotencyKey,
      input: content,
    };
    const id = await this.idempotency.transaction(call, async (tx) => {
      const at = this.clock.now();
      const place = await placeOf(tx, content, this.config.SCHOOL_STATE);
      if (chapterId) await requireChapter(tx, chapterId);
      const askId = await insertRow(tx.manager, Ask, {
        ...place,
        chapterId,
        asker: 'staff',
        letterEn: values.letterEn,
        letterEs: values.letterEs,
        letterSender: 'us',
        status: 'district',
        ownerId: actor.accountId,
        createdAt: at,
        changedAt: at,
      });
      await recordAskChange(tx, askId, at, { kind: 'started', by: actor.accountId });
      return askId;
    });
    return this.reads.findOne(actor, id);
  }

  /**
   * `from` is the status the actor saw, so two people can't move one request twice. Closing removes the next step.
   * @throws Refusal NOT_FOUND, SCHOOL_ASK_STATUS with the current status
   */
  async advance(actor: Actor, { id, from, to }: AdvanceSchoolAskInput): Promise<ManagedAsk> {
    await this.db.transaction(async (tx) => {
      const ask = await this.access.lock(tx, actor, id);
      if (ask.status !== from || !mayChange(SchoolAskStatus, from, to)) throw statusRefusal(ask.status);
      await moveAsk(tx, ask, to, { at: this.clock.now(), accountId: actor.accountId });
      if (to === 'closed') {
        const planless = { nextStep: null, nextStepOn: null, stepVersion: ask.stepVersion + 1 };
        await tx.manager.update(Ask, ask.id, planless);
      }
      await this.notifyRequester(tx, ask.id, to);
    });
    return this.reads.findOne(actor, id);
  }

  /**
   * The actor becomes the owner of a plan without one.
   * @throws Refusal NOT_FOUND; BAD_INPUT: nextStep required, nextStepOn required or in-the-past, ownerId not-a-choice;
   * SCHOOL_ASK_STATUS if closed
   */
  async plan(actor: Actor, input: PlanSchoolAskInput): Promise<ManagedAsk> {
    const nextStep = input.nextStep?.trim() ? typedLine('nextStep', input.nextStep, 200) : null;
    const nextStepOn = input.nextStepOn ?? null;
    if (nextStep && !nextStepOn) throw badInput({ nextStepOn: 'required' });
    if (!nextStep && nextStepOn) throw badInput({ nextStep: 'required' });
    await this.db.transaction(async (tx) => {
      const ask = await this.access.lock(tx, actor, input.id);
      if (ask.status === 'closed' && nextStep) throw statusRefusal(ask.status);
      const ownerId = input.ownerId?.toLowerCase() ?? (nextStep ? actor.accountId : null);
      if (ownerId === ask.ownerId && nextStep === ask.nextStep && nextStepOn === ask.nextStepOn) return;
      if (ownerId !== null) await this.requireOwner(tx, ask, ownerId);
      if (nextStepOn !== null && nextStepOn !== ask.nextStepOn) await this.requireAhead(tx, ask, nextStepOn);
      await tx.manager.update(Ask, ask.id, { ownerId, nextStep, nextStepOn });
      const at = this.clock.now();
      await recordAskChange(tx, ask.id, at, { kind: 'plan', detail: nextStepOn, by: actor.accountId });
      await this.reminders.reschedule(tx, ask.id);
    });
    return this.reads.findOne(actor, input.id);
  }

  /**
   * Moves a request to another chapter and removes an owner without access to it.
   * @throws Refusal NOT_FOUND, also for a chapter of others
   */
  async moveToChapter(actor: Actor, id: string, chapterId: string | null): Promise<ManagedAsk> {
    if (!this.access.canActForChapter(actor, chapterId)) throw notFound('This chapter');
    await this.db.transaction(async (tx) => {
      const ask = await this.access.lock(tx, actor, id);
      if (ask.chapterId === (chapterId?.toLowerCase() ?? null)) return;
      if (chapterId) await requireChapter(tx, chapterId);
      const owners = await this.findOwners(tx, chapterId);
      const ownerId = owners.includes(ask.ownerId ?? '') ? ask.ownerId : null;
      await tx.manager.update(Ask, ask.id, { chapterId, ownerId });
      await recordAskChange(tx, ask.id, this.clock.now(), { kind: 'chapter', by: actor.accountId });
      // 9 a.m. is a different time there.
      await this.reminders.reschedule(tx, ask.id);
    });
    return this.reads.findOne(actor, id);
  }

  private async requireOwner(tx: Tx, ask: LockedAsk, ownerId: string): Promise<void> {
    const owners = isUuid(ownerId) ? await this.findOwners(tx, ask.chapterId) : [];
    if (!owners.includes(ownerId)) throw badInput({ ownerId: 'not-a-choice' });
  }

  private async findOwners(tx: Tx, chapterId: string | null): Promise<string[]> {
    return (await tx.query<{ id: string }>(`SELECT p.id FROM (${ownersOf('$1')}) p`, [chapterId])).map(({ id }) => id);
  }

  private async requireAhead(tx: Tx, ask: LockedAsk, day: string): Promise<void> {
    const [today] = await tx.query<{ day: string }>(
      `SELECT to_char($2::timestamptz AT TIME ZONE coalesce(${chapterZone('$1')}, $3), 'YYYY-MM-DD') AS day`,
      [ask.chapterId, this.clock.now(), this.config.TIME_ZONE],
    );
    if (day < today!.day) throw badInput({ nextStepOn: 'in-the-past' });
  }

  /** Notifies the requester of progress, once per status. */
  private async notifyRequester(tx: Tx, askId: string, to: SchoolAskStatus): Promise<void> {
    if (!notifiedStatuses.includes(to)) return;
    const [ask] = await tx.query<{ email: string; language: LocaleName }>(
      'SELECT email::text, language FROM outreach.ask WHERE id = $1 AND email IS NOT NULL',
      [askId],
    );
    if (!ask) return;
    await this.outbox.add(tx, {
      key: `school-ask-news/${askId}/${to}`,
      template: 'school-ask-news',
      subjectId: askId,
      recipient: ask.email,
      locale: ask.language,
      data: { to },
    });
  }
}

/** SQL: the accounts that can own requests of a chapter, which are its organizers and staff of all chapters. */
export function ownersOf(chapter: string): string {
  return `SELECT DISTINCT a.id, a.name FROM ${activeGrants}
    WHERE g.role IN ('admin', 'organizer')
      AND (g.chapter_id IS NULL OR g.chapter_id = ${chapter}::uuid)`;
}
