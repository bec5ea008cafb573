import type { MailLocale } from '../templates/mail-template.js';

const en = {
  why: (name: string) => `You get this mail because of something you did with ${name}.`,
};

/** The words of the frame. `es` must have every key that `en` has, or nothing compiles. */
export const layoutTexts: Readonly<Record<MailLocale, typeof en>> = {
  en,
  es: { why: (name) => `Recibes este correo por algo que hiciste con ${name}.` },
};
