import type { LocaleName } from '@upstander/identity';
import { greeting, type MailText } from '@upstander/notifications';

export interface GivingLinkFacts {
  donorId: string;
  donorVersion: number;
  url: Record<LocaleName, string>;
}

export const givingLink: Readonly<Record<LocaleName, (facts: GivingLinkFacts) => MailText>> = {
  en: ({ url }) => ({
    subject: 'Your gifts and receipts',
    heading: 'Your gifts and receipts',
    blocks: [
      greeting(null, 'en'),
      'You requested the link to your gifts. You’ll find every receipt, a statement for each year, and your recurring gifts, which you can change or stop.',
      { buttons: [{ label: 'View my gifts', url: url.en }] },
      {
        small:
          'If you didn’t request this, you don’t have to do anything. Only you received the link. Please don’t share it.',
      },
    ],
  }),
  es: ({ url }) => ({
    subject: 'Tus donaciones y recibos',
    heading: 'Tus donaciones y recibos',
    blocks: [
      greeting(null, 'es'),
      'Pediste el enlace a tus donaciones. Ahí están todos los recibos, un resumen de cada año y tus donaciones recurrentes, que puedes cambiar o detener.',
      { buttons: [{ label: 'Ver mis donaciones', url: url.es }] },
      { small: 'Si no lo pediste, no tienes que hacer nada: el enlace solo te llegó a ti. No lo compartas.' },
    ],
  }),
};

export interface YearlyStatementFacts extends GivingLinkFacts {
  year: number;
  name: string;
  totals: Record<LocaleName, string[]>;
  count: number;
  pdf: Record<LocaleName, string>;
}

export const yearlyStatement: Readonly<Record<LocaleName, (facts: YearlyStatementFacts) => MailText>> = {
  en: ({ year, name, totals, count, pdf, url }) => ({
    subject: `Your gifts in ${year}`,
    heading: `Your gifts in ${year}`,
    blocks: [
      greeting(name, 'en'),
      `Thank you for what you gave in ${year}. Here’s the statement for your records. It lists every gift with its receipt number.`,
      {
        facts: [['Number of gifts', String(count)], ...totals.en.map((total): [string, string] => ['Total', total])],
      },
      {
        buttons: [
          { label: 'View statement (PDF)', url: pdf.en },
          { label: 'All my gifts', url: url.en },
        ],
      },
    ],
  }),
  es: ({ year, name, totals, count, pdf, url }) => ({
    subject: `Tus donaciones de ${year}`,
    heading: `Tus donaciones de ${year}`,
    blocks: [
      greeting(name, 'es'),
      `Gracias por lo que donaste en ${year}. Este es el resumen para tus archivos; incluye cada donación con el número de su recibo.`,
      {
        facts: [
          ['Número de donaciones', String(count)],
          ...totals.es.map((total): [string, string] => ['Total', total]),
        ],
      },
      {
        buttons: [
          { label: 'Ver el resumen en PDF', url: pdf.es },
          { label: 'Todas mis donaciones', url: url.es },
        ],
      },
    ],
  }),
};
