import { languageQuery, languageTags, type LocaleName } from '@upstander/identity';
import { formatMoney } from '@upstander/money';
import { greeting, type MailText, type MailBlock, type MailRow } from '@upstander/notifications';
import { failureMessage } from '../../gifts/failure-words.js';
import type { RecurringGift } from '../recurring-gift.entity.js';
import { words } from './recurring-gift.mail.generated.js';

export interface RecurringGiftFacts extends Pick<
  RecurringGift,
  'name' | 'status' | 'currency' | 'chargedMinor' | 'revision' | 'nextChargeAt' | 'failureCode'
> {
  campaignTitle: string;
  timeZone: string;
  url: (locale: LocaleName) => string;
  giveUrl: string;
}

interface RecurringGiftMail {
  name: string;
  isStillRelevant(gift: RecurringGiftFacts, data: MailRow['data']): boolean;
  write(gift: RecurringGiftFacts, locale: LocaleName, data: MailRow['data']): MailText;
}

const monthlyAmount = (gift: RecurringGiftFacts, locale: LocaleName) =>
  formatMoney({ amountMinor: BigInt(gift.chargedMinor), currency: gift.currency }, locale, {
    short: true,
  });
const nextChargeDay = (gift: RecurringGiftFacts, locale: LocaleName) =>
  gift.nextChargeAt &&
  new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long', timeZone: gift.timeZone }).format(
    gift.nextChargeAt,
  );
const buttonBlock = (label: string, url: string): MailBlock => ({ buttons: [{ label, url }] });

const failed: RecurringGiftMail = {
  name: 'recurring-gift-payment-failed',
  isStillRelevant: ({ status }) => status === 'past_due',
  write(gift, locale) {
    const t = words[locale].failed;
    const amount = monthlyAmount(gift, locale);
    const reason = failureMessage(gift.failureCode ?? '', locale);
    return {
      subject: t.heading,
      heading: t.heading,
      blocks: [
        greeting(gift.name, locale),
        t.lead({ amount, campaign: gift.campaignTitle, reason }),
        t.again,
        buttonBlock(t.button, gift.url(locale)),
        t.less,
      ],
    };
  },
};

const changedMail: RecurringGiftMail = {
  name: 'recurring-gift-changed',
  isStillRelevant: ({ status, revision }, data) => status !== 'stopped' && data['revision'] === revision,
  write(gift, locale, data) {
    const t = words[locale].changed;
    const { intended, cover } = data['before'] as { intended: string; cover: string };
    const before = { amountMinor: BigInt(intended) + BigInt(cover), currency: gift.currency };
    const lead = t.lead({
      campaign: gift.campaignTitle,
      amount: monthlyAmount(gift, locale),
      before: formatMoney(before, locale, { short: true }),
      day: nextChargeDay(gift, locale),
    });
    return {
      subject: t.heading,
      heading: t.heading,
      blocks: [greeting(gift.name, locale), lead, buttonBlock(t.button, gift.url(locale)), { small: t.notYou }],
    };
  },
};

const stopped: RecurringGiftMail = {
  name: 'recurring-gift-stopped',
  isStillRelevant: ({ status }) => status === 'stopped',
  write(gift, locale, data) {
    const t = words[locale].stopped;
    const url = `${gift.giveUrl}${languageQuery(locale)}`;
    const lead = t.lead({ byFailure: data['by'] === 'failure', campaign: gift.campaignTitle });
    return {
      subject: t.heading,
      heading: t.heading,
      blocks: [greeting(gift.name, locale), lead, t.thanks, buttonBlock(t.button, url)],
    };
  },
};

export const recurringGiftMailTexts: readonly RecurringGiftMail[] = [failed, changedMail, stopped];
