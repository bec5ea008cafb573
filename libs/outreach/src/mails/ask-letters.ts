import type { LocaleName } from '@upstander/identity';
import { greeting, type MailText } from '@upstander/notifications';
import type { SchoolAskStatus } from '../asks/ask-status.js';
import { words } from './ask.mail.generated.js';
import type { AskFacts, AskLinks } from './ask-mails.js';

/** Asks to confirm the address. It may belong to someone else, so the email repeats nothing that was typed. */
export function confirmLetter(
  _: AskFacts,
  { organization: organization, mine }: AskLinks,
  locale: LocaleName,
): MailText {
  const t = words[locale].confirm;
  return {
    subject: t.subject,
    heading: t.heading,
    blocks: [t.lead({ organization }), t.how, { buttons: [{ label: t.button, url: mine }] }, { small: t.notYou }],
  };
}

export function newLetter(ask: AskFacts, { desk }: AskLinks, locale: LocaleName): MailText {
  const t = words[locale].arrived;
  const where = [ask.school, ask.city].filter(Boolean).join(', ');
  return {
    subject: t.subject({ school: ask.school }),
    heading: t.heading,
    blocks: [
      t.lead,
      { facts: [[t.school, where], ...(ask.chapterName ? [[t.chapter, ask.chapterName] as const] : [])] },
      { buttons: [{ label: t.button, url: desk }] },
    ],
  };
}

export function statusUpdateLetter(
  ask: AskFacts,
  to: SchoolAskStatus,
  { mine }: AskLinks,
  locale: LocaleName,
): MailText {
  const t = words[locale].news;
  const { school } = ask;
  const lead = to in t.lead ? t.lead[to as keyof typeof t.lead]({ school }) : '';
  return {
    subject: t.subject({ school }),
    heading: t.heading,
    preview: lead,
    blocks: [lead, t.thanks, { buttons: [{ label: t.button, url: mine }] }],
  };
}

export function nextStepLetter(ask: AskFacts, { desk }: AskLinks, locale: LocaleName): MailText {
  const t = words[locale].nextStep;
  const { school } = ask;
  const step = ask.nextStep ?? '';
  return {
    subject: t.subject({ step, school }),
    heading: step,
    preview: school,
    blocks: [
      greeting(ask.ownerName, locale),
      t.lead({ school }),
      { facts: [[t.step, step]] },
      { buttons: [{ label: t.button, url: desk }] },
    ],
  };
}
