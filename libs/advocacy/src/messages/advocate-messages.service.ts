import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { isUuid, notFound, type Acknowledgement } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { ReplyCodes } from '../codes/reply-codes.js';
import { Envelope } from '../keys/envelope.js';
import { acknowledgeActionItems } from '../records/action-item-rows.js';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import { People } from '../outside/people.js';
import { lockOwnOpenRecord, type LockedRecord } from '../records/locked-record.js';
import { requestNotice } from '../records/person-notice-rows.js';
import { markContacted } from '../records/record-assignment.js';
import { advocateReader } from '../database/sealed-reader.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { addMessage, typedMessage, type OpenMessage } from './message-rows.js';
import type {
  MessageInput,
  SealedRecordInput,
  WriteAboutIntroductionInput,
  WriteToPersonInput,
} from './message.input.js';
import type { SealedMessage } from './sealed-message.js';

/** A person reads the messages with their code. If they allowed it, a notice without any content announces them. */
@Injectable()
export class AdvocateMessages {
  constructor(
    private readonly zone: SealedZone,
    private readonly envelope: Envelope,
    private readonly codes: ReplyCodes,
    private readonly people: People,
    private readonly opportunities: OpportunityFacts,
  ) {}

  /** @throws Refusal NOT_FOUND, BAD_INPUT, TAKE_IT_FIRST, RECORD_CLOSED, IDEMPOTENCY_KEY_REUSED */
  async toPerson(actor: Actor, input: WriteToPersonInput): Promise<SealedMessage> {
    const message = await this.sealMessage(
      input,
      `person/${advocateReader(actor).accountId}/${input.recordId.toLowerCase()}`,
    );
    return this.write(actor, message, async (tx) => {
      const record = await lockOwnOpenRecord(tx, input.kind, input.recordId);
      return { record, introductionId: null };
    });
  }

  /** @throws Refusal NOT_FOUND, BAD_INPUT, BUSINESS_NOT_VETTED, TAKE_IT_FIRST, RECORD_CLOSED, IDEMPOTENCY_KEY_REUSED */
  async toBusiness(actor: Actor, input: WriteAboutIntroductionInput): Promise<SealedMessage> {
    const about = input.introductionId.toLowerCase();
    const message = await this.sealMessage(input, `business/${advocateReader(actor).accountId}/${about}`);
    return this.write(actor, message, async (tx) => {
      const [introduction] = isUuid(about)
        ? await tx.query<{ applicationId: string; businessId: string }>(
            `SELECT application_id AS "applicationId", business_id AS "businessId" FROM sealed.introduction
             WHERE id = $1`,
            [about],
          )
        : [];
      if (!introduction) throw notFound('This introduction');
      const record = await lockOwnOpenRecord(tx, 'application', introduction.applicationId);
      await this.opportunities.requireApproved(introduction.businessId);
      return { record, introductionId: about };
    });
  }

  /** @throws Refusal NOT_FOUND, TAKE_IT_FIRST, RECORD_CLOSED */
  async recordContact(actor: Actor, { recordId, kind }: SealedRecordInput): Promise<Acknowledgement> {
    await this.zone.runAs(advocateReader(actor), (tx) => markContacted(tx, kind, recordId));
    return { ok: true };
  }

  private async sealMessage(input: MessageInput, purpose: string) {
    const { body, key } = typedMessage(input);
    return { body, id: key ? await this.codes.idOf(purpose, key) : randomUUID() };
  }

  private async write(
    actor: Actor,
    { id, body }: { id: string; body: string },
    about: (tx: SealedTx) => Promise<{ record: LockedRecord; introductionId: string | null }>,
  ): Promise<SealedMessage> {
    const { authorId, ...message } = await this.zone.runAs(advocateReader(actor), async (tx): Promise<OpenMessage> => {
      const { record, introductionId } = await about(tx);
      const recordId = record.id;
      const tools = {
        read: await this.envelope.getUnsealer([recordId]),
        write: await this.envelope.getSealer(recordId),
      };
      const { message: openMessage, isNew } = await addMessage(
        tx,
        { id, recordId, introductionId, sender: 'advocate', body },
        tools,
      );
      if (!isNew) return openMessage;
      // Writing to the person counts as contacting them and covers any open action item.
      if (!introductionId && record.status === 'new') await markContacted(tx, record.kind, recordId);
      if (!introductionId) await acknowledgeActionItems(tx, recordId);
      if (!introductionId) await requestNotice(tx, recordId);
      tx.audit({ action: introductionId ? 'wrote-to-business' : 'wrote', recordKind: record.kind, recordId });
      return openMessage;
    });
    const nameOf = await this.people.names([authorId]);
    return { ...message, authorName: nameOf(authorId) };
  }
}
