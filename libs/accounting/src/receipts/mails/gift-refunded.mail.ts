import { greeting, type MailBlock, type MailText } from '@upstander/notifications';
import { words } from './gift-refunded.mail.generated.js';
import { fullWords, type ReceiptMailContext } from './receipt-mail-text.js';

/** Sent when part of a gift is refunded or a refund is reversed, with the current receipt if there is one. */
export function giftRefunded(about: ReceiptMailContext): MailText {
  const { facts, urls, locale } = about;
  const t = words[locale];
  const { subject, heading, news } = newsOf(about);
  const old: MailBlock[] = facts.voided
    ? [(facts.receipt ? t.replaced : t.noneLeft)({ number: facts.voided.number })]
    : [];
  return {
    subject,
    heading,
    blocks: [
      greeting(facts.name, locale),
      news,
      ...old,
      ...fullWords(about),
      {
        buttons: [...(urls.pdf ? [{ label: t.pdf, url: urls.pdf }] : []), { label: t.giving, url: urls.giving }],
      },
    ],
  };
}

function newsOf(about: ReceiptMailContext): { subject: string; heading: string; news: string } {
  const { facts, locale } = about;
  const t = words[locale];
  const campaign = facts.campaignTitle;
  const left = facts.receipt?.amountMinor ?? 0n;
  const amount = about.inWords(facts.voided ? facts.voided.amountMinor - left : facts.returnedMinor);
  const returned = { subject: t.returned.subject({ amount }), heading: t.returned.heading };
  switch (reasonOf(about)) {
    case 'refunded':
      return { ...returned, news: t.refunded({ byCard: facts.method === 'stripe', amount, campaign }) };
    case 'dispute-lost':
      return { ...returned, news: t.disputeLost({ amount, campaign }) };
    case 'changed': {
      const { heading, lead } = t.changed;
      return { subject: heading, heading, news: lead({ campaign, amount: about.inWords(left) }) };
    }
    case 'cancelled': {
      const { heading, lead } = t.cancelled;
      return { subject: heading, heading, news: lead({ campaign }) };
    }
  }
}

function reasonOf({ facts }: ReceiptMailContext): NonNullable<ReceiptMailContext['facts']['reason']> {
  // A gift that has a receipt again after its last one was voided: a refund was reversed.
  return facts.reason ?? (facts.receipt ? 'changed' : 'refunded');
}
