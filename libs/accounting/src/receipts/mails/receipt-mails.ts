import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { formatMoney } from '@upstander/money';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Database } from '@upstander/platform';
import { GivingUrls } from '../giving-urls.js';
import { giftRefunded } from './gift-refunded.mail.js';
import { giftThanks } from './gift-thanks.mail.js';
import { giftUrls, receiptFacts, type ReceiptFacts } from './receipt-facts.js';
import { withPreview, type ReceiptMailContext } from './receipt-mail-text.js';

@Injectable()
export class ReceiptMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly urls: GivingUrls,
  ) {}

  onModuleInit(): void {
    // A receipt that was replaced since is not sent: its successor has its own email.
    this.defineTemplate('gift-thanks', giftThanks, ({ receipt }) => receipt !== null && !receipt.void);
    this.defineTemplate('gift-refunded', giftRefunded, ({ receipt }) => !receipt?.void);
  }

  private defineTemplate(
    name: string,
    letter: (about: ReceiptMailContext) => MailText,
    stillTrue: (facts: ReceiptFacts) => boolean,
  ): void {
    this.templates.define<ReceiptFacts>({
      name,
      by: ({ id }) => id,
      load: (_, mails) => receiptFacts(this.db, mails),
      isStillRelevant: stillTrue,
      write: (facts, locale) => withPreview(letter(this.contextFor(facts, locale))),
    });
  }

  private contextFor(facts: ReceiptFacts, locale: LocaleName): ReceiptMailContext {
    return {
      locale,
      facts,
      inWords: (amountMinor: bigint) => formatMoney({ amountMinor, currency: facts.currency }, locale),
      urls: giftUrls(this.urls, facts, locale),
    };
  }
}
