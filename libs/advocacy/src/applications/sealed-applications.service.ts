import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { type PageArgs, withNodes } from '@upstander/platform';
import { OpportunityFacts } from '../outside/opportunity-facts.js';
import { People } from '../outside/people.js';
import { needsAttentionSql } from '../records/action-item-rows.js';
import { recordPage, type RecordFilter } from '../records/record-page.js';
import { close, takeRecord } from '../records/record-assignment.js';
import { advocateReader } from '../database/sealed-reader.js';
import { SealedZone } from '../sealed/sealed-zone.js';
import { ApplicationReader } from './application-reader.js';
import type {
  SealedApplication,
  SealedApplicationSummary,
  SealedApplicationSummaryConnection,
} from './sealed-application.js';

type Row = Omit<SealedApplicationSummary, 'opportunityTitle' | 'businessName'> & Record<string, unknown>;

const columns = `r.opportunity_id AS "opportunityId", EXISTS (
    SELECT FROM sealed.consent c WHERE c.application_id = r.id AND c.given_at <= sealed.clock_now()
      AND c.revoked_at IS NULL AND c.expires_at > sealed.clock_now()
  ) AS "liveConsent", EXISTS (
    SELECT FROM sealed.action_item n WHERE n.application_id = r.id AND n.acknowledged_at IS NULL
  ) AS "needsAttention"`;

type ApplicationFilter = RecordFilter & { needsAttention?: boolean | null };

@Injectable()
export class SealedApplications {
  constructor(
    private readonly zone: SealedZone,
    private readonly reader: ApplicationReader,
    private readonly opportunities: OpportunityFacts,
    private readonly people: People,
  ) {}

  /** Lists only unsealed columns, so listing isn't audited. @throws Refusal BAD_INPUT */
  async listApplications(
    actor: Actor,
    filter: ApplicationFilter | null,
    page: PageArgs,
  ): Promise<SealedApplicationSummaryConnection> {
    const isWanted = filter?.needsAttention ?? null;
    const advocates = isWanted === null ? [] : (await this.people.advocates()).map(({ accountId }) => accountId);
    const found = await this.zone.runAs(advocateReader(actor), (tx) =>
      recordPage<Row>(tx, 'application', columns, filter, page, (me, values) =>
        isWanted === null ? [] : [`${isWanted ? '' : 'NOT '}${needsAttentionSql(me, values.add(advocates))}`],
      ),
    );
    const titleOf = await this.opportunities.titles(found.edges.map(({ node }) => node.opportunityId));
    const nameOf = await this.people.names(found.edges.map(({ node }) => node.takenBy));
    return withNodes(found, (row): SealedApplicationSummary => {
      const { title, businessName } = titleOf(row.opportunityId);
      return { ...row, opportunityTitle: title, businessName, takenBy: nameOf(row.takenBy) };
    });
  }

  /** @throws Refusal REASON_NEEDED, BAD_INPUT */
  async openApplication(actor: Actor, id: string, reason: string | null): Promise<SealedApplication | null> {
    return this.zone.runAs(advocateReader(actor), (tx) => this.reader.readUnsealed(tx, id, reason));
  }

  /** @throws Refusal NOT_FOUND, REASON_NEEDED, BAD_INPUT */
  async takeApplication(actor: Actor, id: string, reason: string | null): Promise<SealedApplication> {
    return this.zone.runAs(advocateReader(actor), async (tx) =>
      this.reader.afterStep(tx, await takeRecord(tx, 'application', id, reason)),
    );
  }

  /** @throws Refusal NOT_FOUND, TAKE_IT_FIRST, RECORD_CLOSED */
  async close(actor: Actor, id: string): Promise<SealedApplication> {
    return this.zone.runAs(advocateReader(actor), async (tx) =>
      this.reader.afterStep(tx, await close(tx, 'application', id)),
    );
  }
}
