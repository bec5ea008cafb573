import type { LocaleName } from '@upstander/identity';
import { formatMoney } from '@upstander/money';
import { greeting, type MailText, type MailBlock, type MailRow } from '@upstander/notifications';
import { failureWords } from '../../gifts/failure-words.js';
import type { RecurringGift } from '../recurring-gift.entity.js';
import { writtenDay } from './written-day.js';

export interface RecurringGiftFacts extends Pick<
  RecurringGift,
  'name' | 'status' | 'currency' | 'chargedMinor' | 'revision' | 'nextChargeAt' | 'failureCode'
> {
  campaignTitle: string;
  timeZone: string;
  url: Readonly<Record<LocaleName, string>>;
  giveUrl: string;
}

interface RecurringGiftMail {
  name: string;
  stillTrue(gift: RecurringGiftFacts, data: MailRow['data']): boolean;
  letter: Readonly<Record<LocaleName, (gift: RecurringGiftFacts, data: MailRow['data']) => MailText>>;
}

const monthlyAmount = (gift: RecurringGiftFacts, locale: LocaleName) =>
  formatMoney({ amountMinor: BigInt(gift.chargedMinor), currency: gift.currency }, locale, {
    short: true,
  });
const nextChargeDay = (gift: RecurringGiftFacts, locale: LocaleName) =>
  gift.nextChargeAt ? writtenDay(gift.nextChargeAt, gift.timeZone, locale) : null;
const button = (label: string, url: string): MailBlock => ({ buttons: [{ label, url }] });

const failed: RecurringGiftMail = {
  name: 'recurring-gift-payment-failed',
  stillTrue: ({ status }) => status === 'past_due',
  letter: {
    en: (gift) => ({
      subject: 'Your recurring gift could not be charged',
      heading: 'Your recurring gift could not be charged',
      blocks: [
        greeting(gift.name, 'en'),
        `This month’s ${monthlyAmount(gift, 'en')} for “${gift.campaignTitle}” did not come through. ${failureWords(gift.failureCode ?? '', 'en')}`,
        'Nothing is lost: we try again automatically in a few days. If you have a new card, you can give it to us now:',
        button('Put it right', gift.url.en),
        'On the same page you can give less each month, or stop. Whatever you decide, thank you.',
      ],
    }),
    es: (gift) => ({
      subject: 'No se pudo cobrar tu donación recurrente',
      heading: 'No se pudo cobrar tu donación recurrente',
      blocks: [
        greeting(gift.name, 'es'),
        `Los ${monthlyAmount(gift, 'es')} de este mes para «${gift.campaignTitle}» no llegaron. ${failureWords(gift.failureCode ?? '', 'es')}`,
        'No se ha perdido nada: dentro de unos días lo intentamos de nuevo. Si tienes una tarjeta nueva, puedes dárnosla ahora:',
        button('Arreglarlo', gift.url.es),
        'En la misma página puedes dar menos cada mes o terminar. Decidas lo que decidas, gracias.',
      ],
    }),
  },
};

const changed: RecurringGiftMail = {
  name: 'recurring-gift-changed',
  stillTrue: ({ status, revision }, data) => status !== 'stopped' && data['revision'] === revision,
  letter: {
    en: (gift, data) => changedLetter(gift, data, 'en'),
    es: (gift, data) => changedLetter(gift, data, 'es'),
  },
};

function changedLetter(gift: RecurringGiftFacts, data: MailRow['data'], locale: LocaleName): MailText {
  const before = data['before'] as { intended: string; cover: string };
  const old = { amountMinor: BigInt(before.intended) + BigInt(before.cover), currency: gift.currency };
  const day = nextChargeDay(gift, locale);
  const [oldAmount, newAmount] = [formatMoney(old, locale, { short: true }), monthlyAmount(gift, locale)];
  if (locale === 'es') {
    return {
      subject: 'Tu donación recurrente ha cambiado',
      heading: 'Tu donación recurrente ha cambiado',
      blocks: [
        greeting(gift.name, 'es'),
        `Tu donación recurrente para «${gift.campaignTitle}» es ahora de ${newAmount}; antes era de ${oldAmount}.${day ? ` Se cobra por primera vez el ${day}.` : ''}`,
        button('Ver mi donación recurrente', gift.url.es),
        { small: 'Si no fuiste tú, abre la página y cámbialo de nuevo, o responde a este correo.' },
      ],
    };
  }
  return {
    subject: 'Your recurring gift has changed',
    heading: 'Your recurring gift has changed',
    blocks: [
      greeting(gift.name, 'en'),
      `Your recurring gift for “${gift.campaignTitle}” is now ${newAmount}; it was ${oldAmount} before.${day ? ` It is charged for the first time on ${day}.` : ''}`,
      button('See my recurring gift', gift.url.en),
      { small: 'If this was not you, open the page and change it again, or answer this mail.' },
    ],
  };
}

const stopped: RecurringGiftMail = {
  name: 'recurring-gift-stopped',
  stillTrue: ({ status }) => status === 'stopped',
  letter: {
    en: (gift, data) => ({
      subject: 'Your recurring gift has ended',
      heading: 'Your recurring gift has ended',
      blocks: [
        greeting(gift.name, 'en'),
        data['by'] === 'failure'
          ? `Your card could not be charged for some time, so your recurring gift for “${gift.campaignTitle}” has ended. Nothing more will be charged.`
          : `Your recurring gift for “${gift.campaignTitle}” has ended. Nothing more will be charged.`,
        'Everything you gave stays given, and its receipts stay yours. Thank you for every month.',
        button('Give again', gift.giveUrl),
      ],
    }),
    es: (gift, data) => ({
      subject: 'Tu donación recurrente ha terminado',
      heading: 'Tu donación recurrente ha terminado',
      blocks: [
        greeting(gift.name, 'es'),
        data['by'] === 'failure'
          ? `Durante un tiempo no se pudo cobrar tu tarjeta, así que tu donación recurrente para «${gift.campaignTitle}» ha terminado. No se cobrará nada más.`
          : `Tu donación recurrente para «${gift.campaignTitle}» ha terminado. No se cobrará nada más.`,
        'Todo lo que diste queda dado, y sus recibos siguen siendo tuyos. Gracias por cada mes.',
        button('Volver a donar', `${gift.giveUrl}?lang=es`),
      ],
    }),
  },
};

export const recurringGiftMailTexts: readonly RecurringGiftMail[] = [failed, changed, stopped];
