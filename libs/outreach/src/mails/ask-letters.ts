import type { LocaleName } from '@upstander/identity';
import { greeting, type MailText } from '@upstander/notifications';
import type { SchoolAskStatus } from '../asks/ask-status.js';
import type { AskFacts, AskLinks } from './ask-mails.js';

/** Asks to confirm the address. It may belong to someone else, so the email repeats nothing that was typed. */
export function confirmLetter(_: AskFacts, { organization, mine }: AskLinks, locale: LocaleName): MailText {
  if (locale === 'es') {
    return {
      subject: 'Confirma tu petición a la escuela',
      heading: 'Falta un paso',
      blocks: [
        `Alguien, esperamos que tú, preparó con ${organization} una carta para una escuela y dio esta dirección.`,
        'Lee la carta una vez más y confírmala. En la misma página ves después qué pasó con ella.',
        { buttons: [{ label: 'Leer y confirmar', url: mine }] },
        { small: 'Si no fuiste tú, no tienes que hacer nada: lo que no se confirma se borra.' },
      ],
    };
  }
  return {
    subject: 'Please confirm your letter to a school',
    heading: 'One step to go',
    blocks: [
      `Somebody, we hope you, prepared a letter to a school with ${organization} and gave this address.`,
      'Read the letter once more and confirm it. Later the same page shows what came of it.',
      { buttons: [{ label: 'Read and confirm', url: mine }] },
      { small: 'If this wasn’t you, you don’t have to do anything. Unconfirmed pages are deleted.' },
    ],
  };
}

export function newLetter(ask: AskFacts, { desk }: AskLinks, locale: LocaleName): MailText {
  const where = [ask.school, ask.city].filter(Boolean).join(', ');
  if (locale === 'es') {
    return {
      subject: `Una nueva petición: ${ask.school}`,
      heading: 'Alguien pide algo a una escuela',
      blocks: [
        'La dirección está verificada. Decidan quién se ocupa y cuál es el siguiente paso.',
        { facts: [['Escuela', where], ...(ask.chapterName ? [['Grupo local', ask.chapterName] as const] : [])] },
        { buttons: [{ label: 'Ver la petición', url: desk }] },
      ],
    };
  }
  return {
    subject: `New letter to a school: ${ask.school}`,
    heading: 'Someone wrote to a school',
    blocks: [
      'The address is verified. Please decide who takes it on and what comes next.',
      { facts: [['School', where], ...(ask.chapterName ? [['Chapter', ask.chapterName] as const] : [])] },
      { buttons: [{ label: 'View request', url: desk }] },
    ],
  };
}

const news: Readonly<Record<LocaleName, Partial<Record<SchoolAskStatus, (school: string) => string>>>> = {
  en: {
    meeting: (school) => `We’ve scheduled a meeting with ${school}.`,
    committed: (school) => `${school} said yes.`,
    taught: (school) => `The first lesson was taught at ${school}.`,
    protocol: (school) => `${school} now has a protocol, so staff know who to tell when they see signs.`,
  },
  es: {
    meeting: (school) => `Acordamos una reunión con ${school}.`,
    committed: (school) => `${school} dijo que sí.`,
    taught: (school) => `Se dio la primera clase en ${school}.`,
    protocol: (school) => `${school} ya tiene un protocolo: el personal sabe a quién avisar cuando ve señales.`,
  },
};

export function newsLetter(ask: AskFacts, to: SchoolAskStatus, { mine }: AskLinks, locale: LocaleName): MailText {
  const message = news[locale][to]?.(ask.school) ?? '';
  return locale === 'es'
    ? {
        subject: `Novedades de tu petición: ${ask.school}`,
        heading: 'Tu carta movió algo',
        preview: message,
        blocks: [message, 'Gracias por haber preguntado.', { buttons: [{ label: 'Ver cómo va', url: mine }] }],
      }
    : {
        subject: `News about your letter: ${ask.school}`,
        heading: 'Your letter made a difference',
        preview: message,
        blocks: [message, 'Thank you for asking.', { buttons: [{ label: 'View progress', url: mine }] }],
      };
}

export function nextStepLetter(ask: AskFacts, { desk }: AskLinks, locale: LocaleName): MailText {
  const step = ask.nextStep ?? '';
  return locale === 'es'
    ? {
        subject: `Hoy: ${step} (${ask.school})`,
        heading: step,
        preview: ask.school,
        blocks: [
          greeting(ask.ownerName, locale),
          `Para hoy anotaste un paso con ${ask.school}.`,
          { facts: [['Paso', step]] },
          { buttons: [{ label: 'Ver la petición', url: desk }] },
        ],
      }
    : {
        subject: `Today: ${step} (${ask.school})`,
        heading: step,
        preview: ask.school,
        blocks: [
          greeting(ask.ownerName, locale),
          `You planned a step with ${ask.school} for today.`,
          { facts: [['Step', step]] },
          { buttons: [{ label: 'View request', url: desk }] },
        ],
      };
}
