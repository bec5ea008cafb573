import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { formatMoney } from '@upstander/money';
import { MailTemplates, Outbox, type MailText } from '@upstander/notifications';
import { Clock, Config, Database, type Tx } from '@upstander/platform';
import { oneLine } from '../one-line.js';

interface Proposed {
  campaignTitle: string;
  beneficiaryName: string;
  amountMinor: string;
  currency: string;
  recordedBy: string;
}

const words = {
  en: {
    subject: (amount: string, to: string) => `To approve: ${amount} to ${to}`,
    heading: 'A payment needs a second approver',
    said: (by: string, amount: string, to: string, from: string) =>
      `${by} recorded that ${amount} from ${from} was sent to ${to}. Please compare it with the receipt of the transfer, then approve or decline it.`,
    button: 'Review',
  },
  es: {
    subject: (amount: string, to: string) => `Por aprobar: ${amount} para ${to}`,
    heading: 'Un pago espera a una segunda persona',
    said: (by: string, amount: string, to: string, from: string) =>
      `${by} anotó que se enviaron ${amount} de ${from} a ${to}. Compáralo con el comprobante y apruébalo, o di por qué no.`,
    button: 'Verlo',
  },
} as const;

/** Notifies finance staff, except the author, that a disbursement needs a second person's approval. */
@Injectable()
export class DisbursementOutbox implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly outbox: Outbox,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.templates.define<Proposed>({
      name: 'disbursement-proposed',
      load: (ids) => this.load(ids),
      write: (payment, locale) => this.letter(payment, locale),
    });
  }

  async proposed(tx: Tx, payment: { id: string; chapterId: string | null; by: string | null }): Promise<void> {
    const people = await tx.query<{ id: string; email: string; locale: LocaleName }>(
      `SELECT DISTINCT a.id, a.email::text, a.locale FROM identity.account a JOIN identity."grant" g ON g.account_id = a.id
       WHERE a.disabled_at IS NULL AND g.role IN ('admin', 'finance') AND a.id <> $2
         AND (g.chapter_id IS NULL OR g.chapter_id = $1)
       ORDER BY a.id LIMIT 50`,
      [payment.chapterId, payment.by],
    );
    const mail = { template: 'disbursement-proposed', subjectId: payment.id, dueAt: this.clock.now() };
    await this.outbox.add(
      tx,
      ...people.map(({ id, email, locale }) => ({
        ...mail,
        key: `disbursement-proposed/${payment.id}/${id}`,
        recipient: email,
        locale,
      })),
    );
  }

  private async load(ids: readonly string[]): Promise<Map<string, Proposed>> {
    const found = await this.db.query<Proposed & { id: string }>(
      `SELECT d.id, c.title AS "campaignTitle", b.name AS "beneficiaryName", d.amount_minor::text AS "amountMinor",
         d.currency, a.name AS "recordedBy"
       FROM fundraising.disbursement d JOIN fundraising.campaign c ON c.id = d.campaign_id
         JOIN fundraising.beneficiary b ON b.id = d.beneficiary_id JOIN identity.account a ON a.id = d.recorded_by
       WHERE d.id = ANY ($1::uuid[]) AND d.status = 'proposed'`,
      [ids],
    );
    return new Map(found.map((payment) => [payment.id, payment]));
  }

  private letter(payment: Proposed, locale: LocaleName): MailText {
    const t = words[locale];
    const amount = formatMoney(money(payment.amountMinor, payment.currency), locale);
    const to = oneLine(payment.beneficiaryName);
    const button = { label: t.button, url: `${this.config.adminUrl}/admin/disbursements` };
    const blocks = [t.said(payment.recordedBy, amount, to, oneLine(payment.campaignTitle)), { buttons: [button] }];
    return { subject: t.subject(amount, to), heading: t.heading, blocks };
  }
}
