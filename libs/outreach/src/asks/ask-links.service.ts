import { Injectable } from '@nestjs/common';
import { RateLimits, chapterName, type Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import {
  Clock,
  selectList,
  Database,
  notFound,
  readInput,
  refuseFaults,
  SignedIds,
  type Acknowledgement,
  type Tx,
} from '@upstander/platform';
import { Ask } from './ask.entity.js';
import { EditSchoolLetterInput } from './ask.input.js';
import { AskReminders } from './ask-reminders.js';
import { withdrawableStatuses, type SchoolAskStatus } from './ask-status.js';
import { moveAsk, recordAskChange, statusRefusal } from './ask-store.js';
import type { MySchoolAsk, MySchoolAskStep } from './my-ask.js';

type LinkedAsk = Pick<Ask, 'id' | 'status' | 'chapterId' | 'letterEn' | 'letterEs'>;
const unsentStatuses: readonly SchoolAskStatus[] = ['unconfirmed', 'district', 'contact'];

@Injectable()
export class AskLinks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly signed: SignedIds,
    private readonly limits: RateLimits,
    private readonly outbox: Outbox,
    private readonly reminders: AskReminders,
  ) {}

  /** Returns null if the link is invalid or the request was withdrawn. */
  async find(token: string): Promise<MySchoolAsk | null> {
    const link = this.signed.verify('school-ask', token);
    if (!link) return null;
    const [row] = await this.db.query<Omit<MySchoolAsk, 'mayEdit'> & Record<string, unknown>>(
      `SELECT ${selectList(Ask, 'a', 'owner')}, ${chapterName('a.chapter_id')} AS "chapterName", came.steps
       FROM outreach.ask a CROSS JOIN LATERAL (
           SELECT coalesce(json_agg(json_build_object('status', h.to_status, 'at', h.at) ORDER BY h.id DESC), '[]') AS steps
           FROM outreach.ask_change h WHERE h.ask_id = a.id AND h.kind = 'status'
         ) came
       WHERE a.id = $1 AND a.token_version = $2`,
      [link.id, link.version],
    );
    if (!row) return null;
    const steps = row.steps.map(({ status, at }: MySchoolAskStep) => ({ status, at: new Date(at) }));
    return { ...row, steps, mayEdit: unsentStatuses.includes(row.status) };
  }

  /** Confirms the email address and notifies staff. Idempotent. @throws Refusal NOT_FOUND */
  confirm(actor: Actor, token: string): Promise<MySchoolAsk> {
    return this.change(actor, token, async (tx, ask) => {
      if (ask.status !== 'unconfirmed') return;
      const now = this.clock.now();
      await moveAsk(tx, ask, 'district', { at: now, accountId: null });
      await this.outbox.addForStaff(
        tx,
        { roles: ['admin', 'organizer'], chapterId: ask.chapterId },
        { key: `school-ask-new/${ask.id}`, template: 'school-ask-new', subjectId: ask.id },
      );
    });
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, SCHOOL_ASK_STATUS */
  edit(actor: Actor, input: EditSchoolLetterInput): Promise<MySchoolAsk> {
    const { values, faults } = readInput(EditSchoolLetterInput, input);
    refuseFaults({ ...faults, ...(!values.letterEn && !values.letterEs && { letterEn: 'required' }) });
    return this.change(actor, input.token, async (tx, ask) => {
      if (!unsentStatuses.includes(ask.status)) throw statusRefusal(ask.status);
      await tx.manager.update(Ask, ask.id, { letterEn: values.letterEn, letterEs: values.letterEs });
    });
  }

  /**
   * Idempotent.
   * @throws Refusal NOT_FOUND, SCHOOL_ASK_STATUS
   */
  markSent(actor: Actor, token: string): Promise<MySchoolAsk> {
    return this.change(actor, token, async (tx, ask) => {
      if (ask.status === 'asked') return;
      if (ask.status !== 'district' && ask.status !== 'contact') throw statusRefusal(ask.status);
      await moveAsk(tx, ask, 'asked', { at: this.clock.now(), accountId: null });
    });
  }

  /**
   * Withdraws a request: deletes the name, the email address, the letter and the emails about it.
   * An unconfirmed request is deleted; one before the first talk with the school is closed.
   * @throws Refusal NOT_FOUND
   */
  async withdraw(actor: Actor, token: string): Promise<Acknowledgement> {
    await this.limits.consume('public-write', actor.address);
    await this.db.transaction(async (tx) => {
      const ask = await this.findLocked(tx, token);
      await this.outbox.deleteFor(tx, [ask.id]);
      if (ask.status === 'unconfirmed') {
        await tx.manager.delete(Ask, ask.id);
        return;
      }
      const forgotten = { name: null, email: null, letterEn: '', letterEs: '' };
      await tx.manager.update(Ask, ask.id, { ...forgotten, tokenVersion: () => 'token_version + 1' });
      const at = this.clock.now();
      await recordAskChange(tx, ask.id, at, { kind: 'withdrawn', by: null });
      if (withdrawableStatuses.includes(ask.status)) await moveAsk(tx, ask, 'closed', { at, accountId: null });
      // The staff reminder was deleted with the other emails.
      await this.reminders.reschedule(tx, ask.id);
    });
    return { ok: true };
  }

  private async change(
    actor: Actor,
    token: string,
    apply: (tx: Tx, ask: LinkedAsk) => Promise<void>,
  ): Promise<MySchoolAsk> {
    await this.limits.consume('public-write', actor.address);
    await this.db.transaction(async (tx) => apply(tx, await this.findLocked(tx, token)));
    const updated = await this.find(token);
    if (!updated) throw notFound('This ask');
    return updated;
  }

  private async findLocked(tx: Tx, token: string): Promise<LinkedAsk> {
    const link = this.signed.verify('school-ask', token);
    const [ask] = link
      ? await tx.query<LinkedAsk>(
          `SELECT a.id, a.status, a.chapter_id AS "chapterId", a.letter_en AS "letterEn", a.letter_es AS "letterEs"
           FROM outreach.ask a WHERE a.id = $1 AND a.token_version = $2 FOR NO KEY UPDATE`,
          [link.id, link.version],
        )
      : [];
    if (!ask) throw notFound('This ask');
    return ask;
  }
}
