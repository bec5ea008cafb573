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
      subject: 'We couldn’t charge your recurring gift',
      heading: 'We couldn’t charge your recurring gift',
      blocks: [
        greeting(gift.name, 'en'),
        `This month’s ${monthlyAmount(gift, 'en')} for “${gift.campaignTitle}” didn’t go through. ${failureWords(gift.failureCode ?? '', 'en')}`,
        'Nothing is lost. We’ll try again automatically in a few days. If you have a new card, you can update it now:',
        button('Update card', gift.url.en),
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
        button('Cambiar de tarjeta', gift.url.es),
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
      `Your recurring gift for “${gift.campaignTitle}” is now ${newAmount}. It was ${oldAmount} before.${day ? ` The first charge is on ${day}.` : ''}`,
      button('View my recurring gift', gift.url.en),
      { small: 'If this wasn’t you, open the page and change it back, or reply to this email.' },
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
          ? `We couldn’t charge your card for some time, so your recurring gift for “${gift.campaignTitle}” has ended. You won’t be charged again.`
          : `Your recurring gift for “${gift.campaignTitle}” has ended. You won’t be charged again.`,
        'You’ll keep the receipts for everything you gave. Thank you for every month.',
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
        'Conservas los recibos de todo lo que diste. Gracias por cada mes.',
        button('Volver a donar', `${gift.giveUrl}?lang=es`),
      ],
    }),
  },
};

export const recurringGiftMailTexts: readonly RecurringGiftMail[] = [failed, changed, stopped];
