import { greeting, type MailButton, type MailText } from '@upstander/notifications';
import { words } from './gift-thanks.mail.generated.js';
import { fullWords, type ReceiptMailContext } from './receipt-mail-text.js';

export function giftThanks(about: ReceiptMailContext): MailText {
  const { facts, urls, locale } = about;
  const t = words[locale];
  const amount = facts.receipt?.content.amount ?? null;
  const buttons: MailButton[] = [];
  if (urls.pdf) buttons.push({ label: t.pdf, url: urls.pdf });
  if (urls.recurringGift) buttons.push({ label: t.recurringGift, url: urls.recurringGift });
  buttons.push({ label: t.giving, url: urls.giving });
  return {
    subject: t.subject({ amount }),
    heading: t.heading,
    blocks: [
      greeting(facts.name, locale),
      t.lead({ amount, campaign: facts.campaignTitle }),
      ...fullWords(about),
      { buttons },
      ...(facts.anonymous ? [{ small: t.anonymous }] : []),
      ...(facts.dedicated ? [] : [{ small: t.dedicate({ url: urls.gift }) }]),
    ],
  };
}
