import { Injectable, type OnModuleInit } from '@nestjs/common';
import { accountName, type LocaleName } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { formatMoney } from '@upstander/money';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Config, Database } from '@upstander/platform';
import { collapseWhitespace } from '../collapse-whitespace.js';
import { words } from './disbursement-proposed.mail.generated.js';
import { joinCampaign } from '../campaign-joins.js';

interface ProposedDisbursement {
  campaignTitle: string;
  beneficiaryName: string;
  amountMinor: string;
  currency: string;
  recordedBy: string;
}

/** Tells finance staff that a disbursement needs a second person's approval. */
@Injectable()
export class DisbursementProposedMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<ProposedDisbursement>({
      name: 'disbursement-proposed',
      load: (ids) => this.load(ids),
      write: (payment, locale) => this.letter(payment, locale),
    });
  }

  private async load(ids: readonly string[]): Promise<Map<string, ProposedDisbursement>> {
    const found = await this.db.query<ProposedDisbursement & { id: string }>(
      `SELECT d.id, c.title AS "campaignTitle", b.name AS "beneficiaryName", d.amount_minor::text AS "amountMinor",
         d.currency, ${accountName('d.recorded_by')} AS "recordedBy"
       FROM fundraising.disbursement d ${joinCampaign('d')}
         JOIN fundraising.beneficiary b ON b.id = d.beneficiary_id
       WHERE d.id = ANY ($1::uuid[]) AND d.status = 'proposed'`,
      [ids],
    );
    return new Map(found.map((payment) => [payment.id, payment]));
  }

  private letter(payment: ProposedDisbursement, locale: LocaleName): MailText {
    const t = words[locale];
    const amount = formatMoney(money(payment.amountMinor, payment.currency), locale);
    const [beneficiary, campaign] = [
      collapseWhitespace(payment.beneficiaryName),
      collapseWhitespace(payment.campaignTitle),
    ];
    const button = { label: t.button, url: `${this.config.adminUrl}/admin/disbursements` };
    const lead = t.lead({ name: payment.recordedBy, amount, campaign, beneficiary });
    return { subject: t.subject({ amount, beneficiary }), heading: t.heading, blocks: [lead, { buttons: [button] }] };
  }
}
