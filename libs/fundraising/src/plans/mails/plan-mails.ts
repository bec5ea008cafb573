import { Injectable, type OnModuleInit } from '@nestjs/common';
import { MailTemplates } from '@upstander/notifications';
import { columnsOf, Config, Database, SignedIds } from '@upstander/platform';
import { Plan } from '../plan.entity.js';
import { planLetters, type PlanFacts } from './plan-letters.js';

const columns = [
  ...(['id', 'name', 'status', 'currency', 'chargedMinor', 'revision', 'nextChargeAt', 'failureCode'] as const),
  'tokenVersion',
] as const;
type PlanKeys = Pick<Plan, 'id' | 'tokenVersion'> & { slug: string };

/** Lets the outbox write the mails about recurring gifts. */
@Injectable()
export class PlanMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    for (const { name, stillTrue, letter } of planLetters) {
      this.templates.define<PlanFacts>({
        name,
        load: (ids) => this.load(ids),
        stillTrue,
        write: (plan, locale, data) => letter[locale](plan, data),
      });
    }
  }

  private async load(ids: readonly string[]): Promise<Map<string, PlanFacts>> {
    const rows = await this.db.query<Omit<PlanFacts, 'url' | 'giveUrl'> & PlanKeys>(
      `SELECT ${columnsOf(Plan, 'p', columns)}, c.title AS "campaignTitle", c.slug, c.time_zone AS "timeZone"
       FROM fundraising.plan p JOIN fundraising.campaign c ON c.id = p.campaign_id WHERE p.id = ANY ($1::uuid[])`,
      [ids],
    );
    return new Map(
      rows.map((plan) => {
        const url = `${this.config.PUBLIC_URL}/plan/${this.signedIds.sign('plan', plan.id, plan.tokenVersion)}`;
        const giveUrl = `${this.config.PUBLIC_URL}/fundraisers/${plan.slug}/give`;
        return [plan.id, { ...plan, url: { en: url, es: `${url}?lang=es` }, giveUrl }];
      }),
    );
  }
}
