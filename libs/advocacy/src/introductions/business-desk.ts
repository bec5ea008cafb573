import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Envelope } from '../keys/envelope.js';
import { messagesOf } from '../messages/message-rows.js';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import type { SealedTx } from '../database/sealed-tx.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { introductionRows, unsealIntroduction } from '../applications/introduction-rows.js';
import type { MyIntroduction } from './my-introduction.js';

/** An introduction that this reader can see. The application ID is internal. */
export interface VisibleIntroduction {
  id: string;
  applicationId: string;
}

@Injectable()
export class BusinessIntroductionReads {
  constructor(
    private readonly zone: SealedZone,
    private readonly envelope: Envelope,
    private readonly opportunities: OpportunityFacts,
  ) {}

  async runAs<T>(actor: Actor, businessId: string, work: (tx: SealedTx) => Promise<T>): Promise<T> {
    if (!actor.accountId) throw new Error('Nobody is signed in.');
    return this.zone.runAs({ kind: 'business', businessId, accountId: actor.accountId }, work);
  }

  async find(tx: SealedTx, id: string): Promise<VisibleIntroduction | null> {
    const rows = await tx.query<{ id: string; applicationId: string }>(
      'SELECT id, application_id AS "applicationId" FROM sealed.introduction WHERE id = $1',
      [id],
    );
    return rows[0] ?? null;
  }

  /** Returns the introductions the business may see now, newest first, or only the one with this ID. */
  async all(tx: SealedTx, id?: string): Promise<MyIntroduction[]> {
    if (tx.reader.kind !== 'business') throw new Error('The reader is not a business.');
    const rows = await introductionRows(tx, { businessId: tx.reader.businessId, id });
    const unseal = await this.envelope.getUnsealer(rows.map(({ applicationId }) => applicationId));
    const titleOf = await this.opportunities.titles(rows.map(({ opportunityId }) => opportunityId));
    const introductions: MyIntroduction[] = [];
    for (const row of rows) {
      const introduction = unsealIntroduction(row, unseal);
      if (!introduction) continue;
      const { applicationId, opportunityId, alias, shares, availability, createdAt, answer } = introduction;
      const messages = await messagesOf(tx, { recordId: applicationId, introductionId: row.id }, unseal);
      introductions.push({
        id: row.id,
        alias,
        shares,
        availability,
        opportunityId,
        createdAt,
        answer,
        opportunityTitle: titleOf(opportunityId).title,
        unread: messages.filter(({ sender, readAt }) => sender === 'advocate' && !readAt).length,
        messages: messages.map((message) => ({
          id: message.id,
          body: message.body,
          at: message.at,
          fromUs: message.sender === 'business',
        })),
      });
    }
    return introductions;
  }
}
