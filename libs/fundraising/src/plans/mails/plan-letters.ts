import type { LocaleName } from '@upstander/identity';
import { formatMoney } from '@upstander/money';
import { greeting, type MailText, type MailBlock, type MailRow } from '@upstander/notifications';
import { failureWords } from '../failure-words.js';
import type { Plan } from '../plan.entity.js';
import { writtenDay } from './written-day.js';

/** What the mails about a recurring gift are written from. */
export interface PlanFacts extends Pick<
  Plan,
  'name' | 'status' | 'currency' | 'chargedMinor' | 'revision' | 'nextChargeAt' | 'failureCode'
> {
  campaignTitle: string;
  timeZone: string;
  /** The page of the recurring gift, by locale. */
  url: Readonly<Record<LocaleName, string>>;
  giveUrl: string;
}

interface PlanMail {
  name: string;
  stillTrue(plan: PlanFacts, data: MailRow['data']): boolean;
  letter: Readonly<Record<LocaleName, (plan: PlanFacts, data: MailRow['data']) => MailText>>;
}

const each = (plan: PlanFacts, locale: LocaleName) =>
  formatMoney({ amountMinor: BigInt(plan.chargedMinor), currency: plan.currency }, locale, { short: true });
const when = (plan: PlanFacts, locale: LocaleName) =>
  plan.nextChargeAt ? writtenDay(plan.nextChargeAt, plan.timeZone, locale) : null;
const button = (label: string, url: string): MailBlock => ({ buttons: [{ label, url }] });

const failed: PlanMail = {
  name: 'plan-payment-failed',
  stillTrue: ({ status }) => status === 'past_due',
  letter: {
    en: (plan) => ({
      subject: 'Your recurring gift could not be charged',
      heading: 'Your recurring gift could not be charged',
      blocks: [
        greeting(plan.name, 'en'),
        `This month’s ${each(plan, 'en')} for “${plan.campaignTitle}” did not come through. ${failureWords(plan.failureCode ?? '', 'en')}`,
        'Nothing is lost: we try again automatically in a few days. If you have a new card, you can give it to us now:',
        button('Put it right', plan.url.en),
        'On the same page you can give less each month, or stop. Whatever you decide, thank you.',
      ],
    }),
    es: (plan) => ({
      subject: 'No se pudo cobrar tu donación recurrente',
      heading: 'No se pudo cobrar tu donación recurrente',
      blocks: [
        greeting(plan.name, 'es'),
        `Los ${each(plan, 'es')} de este mes para «${plan.campaignTitle}» no llegaron. ${failureWords(plan.failureCode ?? '', 'es')}`,
        'No se ha perdido nada: dentro de unos días lo intentamos de nuevo. Si tienes una tarjeta nueva, puedes dárnosla ahora:',
        button('Arreglarlo', plan.url.es),
        'En la misma página puedes dar menos cada mes o terminar. Decidas lo que decidas, gracias.',
      ],
    }),
  },
};

const changed: PlanMail = {
  name: 'plan-changed',
  stillTrue: ({ status, revision }, data) => status !== 'stopped' && data['revision'] === revision,
  letter: { en: (plan, data) => changedLetter(plan, data, 'en'), es: (plan, data) => changedLetter(plan, data, 'es') },
};

function changedLetter(plan: PlanFacts, data: MailRow['data'], locale: LocaleName): MailText {
  const before = data['before'] as { intended: string; cover: string };
  const old = { amountMinor: BigInt(before.intended) + BigInt(before.cover), currency: plan.currency };
  const day = when(plan, locale);
  const [was, is] = [formatMoney(old, locale, { short: true }), each(plan, locale)];
  if (locale === 'es') {
    return {
      subject: 'Tu donación recurrente ha cambiado',
      heading: 'Tu donación recurrente ha cambiado',
      blocks: [
        greeting(plan.name, 'es'),
        `Tu donación recurrente para «${plan.campaignTitle}» es ahora de ${is}; antes era de ${was}.${day ? ` Se cobra por primera vez el ${day}.` : ''}`,
        button('Ver mi donación recurrente', plan.url.es),
        { small: 'Si no fuiste tú, abre la página y cámbialo de nuevo, o responde a este correo.' },
      ],
    };
  }
  return {
    subject: 'Your recurring gift has changed',
    heading: 'Your recurring gift has changed',
    blocks: [
      greeting(plan.name, 'en'),
      `Your recurring gift for “${plan.campaignTitle}” is now ${is}; it was ${was} before.${day ? ` It is charged for the first time on ${day}.` : ''}`,
      button('See my recurring gift', plan.url.en),
      { small: 'If this was not you, open the page and change it again, or answer this mail.' },
    ],
  };
}

const stopped: PlanMail = {
  name: 'plan-stopped',
  stillTrue: ({ status }) => status === 'stopped',
  letter: {
    en: (plan, data) => ({
      subject: 'Your recurring gift has ended',
      heading: 'Your recurring gift has ended',
      blocks: [
        greeting(plan.name, 'en'),
        data['by'] === 'failure'
          ? `Your card could not be charged for some time, so your recurring gift for “${plan.campaignTitle}” has ended. Nothing more will be charged.`
          : `Your recurring gift for “${plan.campaignTitle}” has ended. Nothing more will be charged.`,
        'Everything you gave stays given, and its receipts stay yours. Thank you for every month.',
        button('Give again', plan.giveUrl),
      ],
    }),
    es: (plan, data) => ({
      subject: 'Tu donación recurrente ha terminado',
      heading: 'Tu donación recurrente ha terminado',
      blocks: [
        greeting(plan.name, 'es'),
        data['by'] === 'failure'
          ? `Durante un tiempo no se pudo cobrar tu tarjeta, así que tu donación recurrente para «${plan.campaignTitle}» ha terminado. No se cobrará nada más.`
          : `Tu donación recurrente para «${plan.campaignTitle}» ha terminado. No se cobrará nada más.`,
        'Todo lo que diste queda dado, y sus recibos siguen siendo tuyos. Gracias por cada mes.',
        button('Volver a donar', `${plan.giveUrl}?lang=es`),
      ],
    }),
  },
};

/** Every mail about a recurring gift. */
export const planLetters: readonly PlanMail[] = [failed, changed, stopped];
