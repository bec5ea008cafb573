import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { formatMoney } from '@upstander/money';
import { MailTemplates } from '@upstander/notifications';
import { columnsOf, Config, Database } from '@upstander/platform';
import { Dedication } from '../../gifts/dedication.entity.js';
import { publicName } from '../../gifts/donor-display.js';
import { GivingUrls } from '../giving-urls.js';
import { giftRefunded } from './gift-refunded.mail.js';
import { giftThanks } from './gift-thanks.mail.js';
import { honoureeNotice, type HonoureeFacts } from './honouree-notice.mail.js';
import { receiptFacts, type ReceiptFacts } from './receipt-facts.js';
import { previewed, type Letters } from './receipt-mail-text.js';

@Injectable()
export class ReceiptMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly urls: GivingUrls,
  ) {}

  onModuleInit(): void {
    // A receipt that was replaced since is not sent: its successor has its own email.
    this.defineTemplate('gift-thanks', giftThanks, ({ receipt }) => receipt !== null && !receipt.void);
    this.defineTemplate('gift-refunded', giftRefunded, ({ receipt }) => !receipt?.void);
    this.templates.define<HonoureeFacts & { notifyEmail: string }>({
      name: 'honouree-notice',
      load: (ids) => this.honourees(ids),
      // Skipped if the donor has since named a different recipient.
      stillTrue: ({ notifyEmail }, _, { recipient }) => notifyEmail.toLowerCase() === recipient.toLowerCase(),
      write: (facts, locale) => previewed(honoureeNotice[locale](facts)),
    });
  }

  private defineTemplate(name: string, letters: Letters, stillTrue: (facts: ReceiptFacts) => boolean): void {
    this.templates.define<ReceiptFacts>({
      name,
      by: ({ id }) => id,
      load: (_, mails) => receiptFacts(this.db, mails),
      stillTrue,
      write: (facts, locale) => previewed(letters[locale](this.withUrls(facts, locale))),
    });
  }

  private withUrls(facts: ReceiptFacts, locale: LocaleName) {
    return {
      facts,
      inWords: (amountMinor: bigint) => formatMoney({ amountMinor, currency: facts.currency }, locale),
      urls: {
        pdf: facts.receipt && this.urls.receipt(facts.receipt.id, facts.giftVersion),
        gift: this.urls.gift(facts.giftId, facts.giftVersion, locale),
        recurringGift:
          facts.recurringGiftId && this.urls.recurringGift(facts.recurringGiftId, facts.recurringGiftVersion, locale),
        giving: this.urls.giving(facts.donorId, facts.donorVersion, locale),
      },
    };
  }

  private async honourees(giftIds: readonly string[]): Promise<Map<string, HonoureeFacts & { notifyEmail: string }>> {
    const rows = await this.db.query<HonoureeFacts & { giftId: string; notifyEmail: string }>(
      `SELECT g.id AS "giftId", ${columnsOf(Dedication, 'd', 'owner')}, ${publicName} AS giver, c.title AS "campaignTitle", $2 AS organisation
       FROM fundraising.dedication d JOIN fundraising.gift g ON g.id = d.gift_id
         JOIN fundraising.campaign c ON c.id = g.campaign_id
       WHERE g.id = ANY ($1::uuid[]) AND g.status IN ('paid', 'partly_refunded') AND d.notify_email IS NOT NULL`,
      [giftIds, this.config.ORGANISATION_NAME],
    );
    return new Map(rows.map((row) => [row.giftId, row]));
  }
}
