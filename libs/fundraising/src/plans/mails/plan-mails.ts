import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '@upstander/notifications';
import { Config, Database, SignedIds } from '@upstander/platform';
import type { PlanStatus } from '../plan-status.js';
import { registerLetter } from './letters.js';
import { planLetters, type PlanFacts } from './plan-letters.js';

/** Lets the outbox write the mails about monthly gifts. */
@Injectable()
export class PlanMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    for (const kind of planLetters) {
      registerLetter<PlanFacts>(this.templates, this.config, { ...kind, load: (ids) => this.load(ids) });
    }
  }

  private async load(ids: readonly string[]): Promise<Map<string, PlanFacts>> {
    const rows = await this.db.query<{
      id: string;
      name: string;
      status: PlanStatus;
      campaignTitle: string;
      slug: string;
      timeZone: string;
      currency: string;
      intended: string;
      charged: string;
      revision: number;
      nextChargeAt: Date | null;
      failureCode: string | null;
      tokenVersion: number;
    }>(
      `SELECT p.id, p.name, p.status, c.title AS "campaignTitle", c.slug, c.time_zone AS "timeZone", p.currency,
         p.intended_minor AS intended, p.charged_minor AS charged, p.revision, p.next_charge_at AS "nextChargeAt",
         p.failure_code AS "failureCode", p.token_version AS "tokenVersion"
       FROM fundraising.plan p JOIN fundraising.campaign c ON c.id = p.campaign_id WHERE p.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(
      rows.map(({ id, slug, tokenVersion, intended, charged, ...plan }) => {
        const url = `${this.config.PUBLIC_URL}/plan/${this.signedIds.sign('plan', id, tokenVersion)}`;
        return [
          id,
          {
            ...plan,
            intended: BigInt(intended),
            charged: BigInt(charged),
            url: { en: url, es: `${url}?lang=es` },
            giveUrl: `${this.config.PUBLIC_URL}/fundraisers/${slug}/give`,
          },
        ];
      }),
    );
  }
}
