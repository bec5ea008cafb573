import { languageTags, type LocaleName } from '@upstander/identity';
import { greeting } from '../layout/greeting.js';
import type { MailBlock, MailFact } from '../layout/mail-layout.js';
import type { MailText } from '../templates/defined-mail.js';
import type { Email, EmailText } from './email-texts.js';
import { words } from './email-samples.texts.generated.js';
import { interpretMessage, placeholdersOf, type MessageArguments, type Placeholder } from './icu-message.js';

/** Values of the organization that examples show. */
export interface SampleSender {
  organization: string;
  publicUrl: string;
}

export function meaningOf(name: string, locale: LocaleName): string {
  return (words[locale].meanings as Partial<Record<string, string>>)[name] ?? '';
}

/** Returns the ICU text that inserts a placeholder. One that selects texts is inserted with its options. */
export function insertionOf({ name, isNumber, isNullable, options }: Placeholder): string {
  const value = isNumber ? `{${name}, number}` : `{${name}}`;
  if (options.length > 0) return `{${name}, select, ${options.map((option) => `${option} {} `).join('')}other {}}`;
  return isNullable ? `{${name}, select, null {} other {${value}}}` : value;
}

/**
 * Composes an email from all of its texts with example data, in the order of the catalog. A real email has the texts of
 * its situation only, and the facts of its recipient.
 */
export function sampleMail(
  { texts, fixed }: Pick<Email, 'texts' | 'fixed'>,
  locale: LocaleName,
  changed: ReadonlyMap<string, string>,
  sender: SampleSender,
): MailText {
  const written = texts.map((text) => ({
    ...text,
    result: interpretMessage(
      changed.get(text.key) ?? text.messages[locale],
      languageTags[locale],
    )(valuesFor(text, locale, sender)),
  }));
  const heading = written.find(({ kind }) => kind === 'heading');
  const subject = written.find(({ kind }) => kind === 'subject') ?? heading ?? written[0]!;
  const rest = written.filter((text) => text !== heading && text !== subject);
  const sampleName = words[locale].samples.name;
  return {
    subject: subject.result,
    heading: (heading ?? subject).result,
    // These emails don't name their sender.
    discreet: fixed === 'safety',
    blocks: [greeting(sampleName, locale), ...joinFacts(rest.map((text) => blockOf(text, sender)))],
  };
}

/** The same with a note that it is a test. */
export function testMail(...[email, locale, changed, sender]: Parameters<typeof sampleMail>): MailText {
  const mail = sampleMail(email, locale, changed, sender);
  const { subject, note } = words[locale];
  return { ...mail, subject: subject({ subject: mail.subject }), blocks: [{ small: note }, ...mail.blocks] };
}

function blockOf({ kind, result }: EmailText & { result: string }, { publicUrl }: SampleSender): MailBlock {
  if (kind === 'button') return { buttons: [{ label: result, url: `${publicUrl}/` }] };
  return kind === 'label' ? { facts: [[result, '…']] } : result;
}

function joinFacts(blocks: readonly MailBlock[]): MailBlock[] {
  const joined: MailBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (typeof block === 'object' && 'facts' in block && typeof last === 'object' && 'facts' in last) {
      joined[joined.length - 1] = { facts: [...last.facts, ...block.facts] satisfies MailFact[] };
    } else joined.push(block);
  }
  return joined;
}

function valuesFor({ messages }: EmailText, locale: LocaleName, sender: SampleSender): MessageArguments {
  const texts: Partial<Record<string, string>> = {
    ...words[locale].samples,
    organization: sender.organization,
    url: `${sender.publicUrl}/`,
  };
  return Object.fromEntries(
    placeholdersOf(messages.en).map(({ name, isNumber, options }) => [
      name,
      isNumber ? 2 : (options[0] ?? texts[name] ?? name),
    ]),
  );
}
