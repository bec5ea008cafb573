import { mailLayout, type MailBlock, type MailRow, type MailTemplates } from '@upstander/notifications';
import type { LocaleName } from '@upstander/identity';
import type { Config } from '@upstander/platform';

/** A mail in words, before it is HTML or text. */
export interface Letter {
  subject: string;
  heading: string;
  blocks: MailBlock[];
}

/** One kind of mail about a row of ours: what it is about, looked up when it goes out, and its words. */
export interface LetterKind<Facts> {
  name: string;
  /** By the id of the row; what is missing or null has nothing to say any more, and the mail is skipped. */
  load(ids: readonly string[]): Promise<ReadonlyMap<string, Facts>>;
  /** False once the mail would no longer be true. */
  stillTrue?(facts: Facts, data: MailRow['data']): boolean;
  write: Readonly<Record<LocaleName, (facts: Facts, data: MailRow['data']) => Letter>>;
}

/** Lets the outbox write a kind of mail. */
export function registerLetter<Facts>(templates: MailTemplates, config: Config, kind: LetterKind<Facts>): void {
  templates.register<{ facts: Facts; data: MailRow['data'] }>({
    name: kind.name,
    class: 'transactional',
    async load(mails) {
      const found = await kind.load(mails.flatMap(({ subjectId }) => subjectId ?? []));
      return new Map(
        mails.map(({ id, subjectId, data }) => {
          const facts = subjectId ? found.get(subjectId) : undefined;
          return [id, facts && (kind.stillTrue?.(facts, data) ?? true) ? { facts, data } : null];
        }),
      );
    },
    render({ facts, data }, locale) {
      const { subject, heading, blocks } = kind.write[locale](facts, data);
      return { subject, ...mailLayout(config, { locale, heading, blocks }) };
    },
  });
}

/** A day as people write it, by the calendar of a zone: "December 5, 2026". */
export function writtenDay(at: Date, timeZone: string, locale: LocaleName): string {
  return new Intl.DateTimeFormat(locale === 'es' ? 'es-US' : 'en-US', { dateStyle: 'long', timeZone }).format(at);
}
