import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { isUuid, notFound } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { ReplyCodes } from '../codes/reply-codes.js';
import { Envelope } from '../keys/envelope.js';
import { addMessage, markRead, typedMessage } from '../messages/message-rows.js';
import type { WriteAboutIntroductionInput } from '../messages/message.input.js';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { BusinessIntroductionReads, type VisibleIntroduction } from './business-desk.js';
import type { AnswerIntroductionInput } from './introduction.input.js';
import type { MyIntroduction } from './my-introduction.js';

/** Operations of a business on introductions whose consent is live. */
@Injectable()
export class BusinessInbox {
  constructor(
    private readonly desk: BusinessIntroductionReads,
    private readonly opportunities: OpportunityFacts,
    private readonly envelope: Envelope,
    private readonly codes: ReplyCodes,
  ) {}

  /** @throws Refusal NOT_FOUND unless the actor is a member of this approved business */
  async list(actor: Actor, businessId: string): Promise<MyIntroduction[]> {
    await this.opportunities.requireMember(actor, businessId);
    return this.desk.runAs(actor, businessId.toLowerCase(), async (tx) => {
      tx.audit({ action: 'read', recordKind: 'inbox', recordId: businessId });
      return this.desk.all(tx);
    });
  }

  /** Marks its messages as read. Returns null unless one of the actor's businesses may see it now. */
  async findOne(actor: Actor, id: string): Promise<MyIntroduction | null> {
    return this.runAsMember(actor, id, (tx, introduction) => this.toMyIntroduction(tx, introduction));
  }

  /** @throws Refusal NOT_FOUND */
  async answer(actor: Actor, { id, answer }: AnswerIntroductionInput): Promise<MyIntroduction> {
    return this.runOrRefuse(actor, id, async (tx, introduction) => {
      await tx.query('UPDATE sealed.introduction SET answer = $2, answered_at = $3 WHERE id = $1', [
        introduction.id,
        answer,
        tx.at,
      ]);
      tx.audit({ action: `answered-${answer}`, recordKind: 'introduction', recordId: introduction.id });
      return this.toMyIntroduction(tx, introduction);
    });
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, IDEMPOTENCY_KEY_REUSED */
  async write(actor: Actor, input: WriteAboutIntroductionInput): Promise<MyIntroduction> {
    const { body, key } = typedMessage(input);
    return this.runOrRefuse(actor, input.introductionId, async (tx, introduction) => {
      const { id: introductionId, applicationId: recordId } = introduction;
      const id = key ? await this.codes.idOf(`business/${introductionId}`, key) : randomUUID();
      const tools = {
        read: await this.envelope.getUnsealer([recordId]),
        write: await this.envelope.getSealer(recordId),
      };
      const { isNew } = await addMessage(tx, { id, recordId, introductionId, sender: 'business', body }, tools);
      if (!isNew) return this.toMyIntroduction(tx, introduction);
      tx.audit({ action: 'wrote', recordKind: 'introduction', recordId: introductionId });
      return this.toMyIntroduction(tx, introduction);
    });
  }

  private async toMyIntroduction(tx: SealedTx, { id, applicationId }: VisibleIntroduction): Promise<MyIntroduction> {
    await markRead(tx, applicationId, ['advocate']);
    tx.audit({ action: 'read', recordKind: 'introduction', recordId: id });
    const [introduction] = await this.desk.all(tx, id);
    if (!introduction) throw notFound('This introduction');
    return introduction;
  }

  private async runOrRefuse<T>(
    actor: Actor,
    id: string,
    work: (tx: SealedTx, introduction: VisibleIntroduction) => Promise<T>,
  ): Promise<T> {
    const result = await this.runAsMember(actor, id, work);
    if (result === null) throw notFound('This introduction');
    return result;
  }

  /** Tries each of the actor's businesses as the reader. Most actors have only one. */
  private async runAsMember<T>(
    actor: Actor,
    id: string,
    work: (tx: SealedTx, introduction: VisibleIntroduction) => Promise<T>,
  ): Promise<T | null> {
    if (!isUuid(id)) return null;
    for (const businessId of await this.opportunities.businessesOf(actor)) {
      const outcome = await this.desk.runAs(actor, businessId, async (tx) => {
        const introduction = await this.desk.find(tx, id);
        return introduction && { result: await work(tx, introduction) };
      });
      if (outcome) return outcome.result;
    }
    return null;
  }
}
