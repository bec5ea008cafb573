import type { LocaleName } from '@upstander/identity';
import { greeting, type MailBlock } from '@upstander/notifications';
import { fullWords, type About, type EmailTexts } from './receipt-mail-text.js';

interface Words {
  subject: (back: string) => string;
  refunded: (back: string, campaign: string, byCard: boolean) => string;
  disputeLost: (back: string, campaign: string) => string;
  again: { subject: string; heading: string; words: (left: string, campaign: string) => string };
  cancelled: { subject: string; heading: string; words: (campaign: string) => string };
  heading: string;
  replaced: (old: string) => string;
  noneLeft: (old: string) => string;
  pdf: string;
  giving: string;
}

const en: Words = {
  subject: (back) => `${back} of your gift was returned to you`,
  heading: 'Your gift was returned',
  refunded: (back, campaign, byCard) =>
    byCard
      ? `We’ve sent ${back} of your gift for “${campaign}” back to the card or account it came from. Most banks show it within five to ten days.`
      : `We’ve returned ${back} of your gift for “${campaign}” to you.`,
  disputeLost: (back, campaign) => `Your bank has returned ${back} of your gift for “${campaign}” to you.`,
  again: {
    subject: 'A refund didn’t go through',
    heading: 'A refund didn’t go through',
    words: (left, campaign) =>
      `The refund of your gift for “${campaign}” couldn’t be paid out, so your gift is ${left} again. If you were expecting the money, please reply to this email.`,
  },
  cancelled: {
    subject: 'A gift was recorded by mistake',
    heading: 'A gift was recorded by mistake',
    words: (campaign) => `We recorded a gift for “${campaign}” in your name by mistake and have reversed it.`,
  },
  replaced: (old) => `Receipt number ${old} is no longer valid. This one replaces it:`,
  noneLeft: (old) => `Receipt number ${old} is no longer valid, so please don’t use it. You don’t have to do anything.`,
  pdf: 'View receipt (PDF)',
  giving: 'All my gifts',
};

const es: Words = {
  subject: (back) => `Te devolvimos ${back} de tu donación`,
  heading: 'Se devolvió tu donación',
  refunded: (back, campaign, byCard) =>
    byCard
      ? `Enviamos ${back} de tu donación para «${campaign}» de vuelta a la tarjeta o cuenta de la que vino. La mayoría de los bancos lo muestran en cinco a diez días.`
      : `Te devolvimos ${back} de tu donación para «${campaign}».`,
  disputeLost: (back, campaign) => `Tu banco te devolvió ${back} de tu donación para «${campaign}».`,
  again: {
    subject: 'Un reembolso no se pudo hacer',
    heading: 'Un reembolso no se pudo hacer',
    words: (left, campaign) =>
      `El reembolso de tu donación para «${campaign}» no se pudo pagar, así que tu donación es otra vez de ${left}. Si esperabas el dinero, responde a este correo.`,
  },
  cancelled: {
    subject: 'Una donación se registró por error',
    heading: 'Una donación se registró por error',
    words: (campaign) => `Habíamos registrado por error una donación a tu nombre para «${campaign}», y la anulamos.`,
  },
  replaced: (old) => `El recibo número ${old} ya no es válido. Este lo reemplaza:`,
  noneLeft: (old) => `El recibo número ${old} ya no es válido, no lo uses. No tienes que hacer nada.`,
  pdf: 'Ver el recibo en PDF',
  giving: 'Todas mis donaciones',
};

/** Sent when part of a gift is refunded or a refund is reversed, with the current receipt if there is one. */
export const giftRefunded: EmailTexts = {
  en: (about) => letter(about, en, 'en'),
  es: (about) => letter(about, es, 'es'),
};

function letter(about: About, words: Words, locale: LocaleName) {
  const { facts, urls } = about;
  const left = facts.receipt?.amountMinor ?? 0n;
  const back = about.inWords(facts.voided ? facts.voided.amountMinor - left : facts.returnedMinor);
  const texts = {
    refunded: [
      words.subject(back),
      words.heading,
      words.refunded(back, facts.campaignTitle, facts.method === 'stripe'),
    ],
    'dispute-lost': [words.subject(back), words.heading, words.disputeLost(back, facts.campaignTitle)],
    changed: [words.again.subject, words.again.heading, words.again.words(about.inWords(left), facts.campaignTitle)],
    cancelled: [words.cancelled.subject, words.cancelled.heading, words.cancelled.words(facts.campaignTitle)],
  } as const;
  const [subject, heading, news] = texts[reasonOf(about)];
  const old: MailBlock[] = facts.voided ? [(facts.receipt ? words.replaced : words.noneLeft)(facts.voided.number)] : [];
  return {
    subject,
    heading,
    blocks: [
      greeting(facts.name, locale),
      news,
      ...old,
      ...fullWords(about, locale),
      {
        buttons: [
          ...(urls.pdf ? [{ label: words.pdf, url: urls.pdf }] : []),
          { label: words.giving, url: urls.giving },
        ],
      },
    ],
  };
}

function reasonOf({ facts }: About): NonNullable<About['facts']['reason']> {
  // A gift that has a receipt again after its last one was voided: a refund was reversed.
  return facts.reason ?? (facts.receipt ? 'changed' : 'refunded');
}
