import { Injectable } from '@nestjs/common';
import { Config } from '@upstander/platform';
import { mailLayout } from '../layout/mail-layout.js';
import { PreferenceLinks } from '../preferences/preference-links.js';
import { digestItem } from './digest-item.js';
import { topicRules, type NotificationTopic } from '../preferences/notification-topic.js';
import type { DefinedMail, DefinedSms, MailText } from './defined-mail.js';
import type { MailContent, MailRow, MailTemplate, SmsTemplate, Unsubscribe } from './mail-template.js';

interface LoadedMail<Facts> {
  facts: Facts;
  data: MailRow['data'];
}

/** Libraries define their templates on module start. */
@Injectable()
export class MailTemplates {
  private readonly templates = new Map<string, MailTemplate>();

  constructor(
    private readonly config: Config,
    private readonly preferenceLinks: PreferenceLinks,
  ) {}

  /** @throws Error if the name is taken, if it must not be a text, or if its topic has no daily summary */
  define<Facts>(mail: DefinedMail<Facts>): void {
    const { name } = mail;
    if (this.templates.has(name)) throw new Error(`The mail "${name}" is defined twice.`);
    if ('sms' in mail && mail.sms && (mail.isNotice || (mail.class as string) === 'appeal' || mail.topic))
      throw new Error(`The mail "${name}" must not be sent as a text.`);
    if (mail.digest && mail.topic && !topicRules[mail.topic].choices.includes('daily'))
      throw new Error(`The topic of the mail "${name}" has no daily summary.`);
    const { topic = null, digest } = mail;
    const write = (about: unknown, { id, locale }: Pick<MailRow, 'id' | 'locale'>): MailText => {
      const { facts, data } = about as LoadedMail<Facts>;
      const text = mail.write(facts, locale, data, id);
      return topic && !text.unsubscribe ? { ...text, unsubscribe: this.unsubscribe(id, topic) } : text;
    };
    this.templates.set(name, {
      class: mail.class ?? 'transactional',
      isNotice: mail.isNotice ?? false,
      topic,
      checksChoice: mail.checksChoice ?? false,
      isAlwaysTried: mail.isAlwaysTried ?? false,
      sms: 'sms' in mail && mail.sms ? smsTemplate(mail.sms) : null,
      load: (rows) => loadMails(mail, rows),
      render: (about, row) => this.render(write(about, row), row.locale, row.id),
      summarize: digest ? (about, row) => digestItem(write(about, row), digest, row.locale) : null,
    });
  }

  /** Returns the templates of a topic that can be in a daily summary. */
  inDigestOf(topic: NotificationTopic): string[] {
    return this.names().filter((name) => {
      const template = this.templates.get(name)!;
      return template.topic === topic && template.summarize !== null;
    });
  }

  /** Returns the template, or undefined. The outbox may contain emails of a later release. */
  find(name: string): MailTemplate | undefined {
    return this.templates.get(name);
  }

  names(): string[] {
    return [...this.templates.keys()].sort();
  }

  /** Returns the templates that the mail log displays only as notices. */
  notices(): string[] {
    return this.names().filter((name) => this.templates.get(name)?.isNotice);
  }

  /** Renders a text that a template wrote. Discreet emails and previews, which have no row, link to no preferences. */
  render(
    { heading, blocks, preview, ...head }: MailText,
    locale: MailRow['locale'],
    mailId: string | null,
  ): MailContent {
    const { PUBLIC_URL, ORGANIZATION_NAME, POSTAL_ADDRESS, mailColor, logo } = this.config;
    const named = { PUBLIC_URL, ORGANIZATION_NAME, POSTAL_ADDRESS, MAIL_COLOR: mailColor, hasOwnLogo: logo !== null };
    // A discreet email doesn't name the sender in the header or footer either.
    const unnamed = { PUBLIC_URL, ORGANIZATION_NAME: new URL(PUBLIC_URL).host, POSTAL_ADDRESS: '', MAIL_COLOR: null };
    const preferencesUrl = mailId && !head.discreet ? this.preferenceLinks.pageFor(mailId, locale) : null;
    const description = { locale, heading, blocks, preview, preferencesUrl };
    return { ...head, ...mailLayout(head.discreet ? unnamed : named, description) };
  }

  private unsubscribe(mailId: string, topic: NotificationTopic): Unsubscribe {
    return { url: this.preferenceLinks.unsubscribeFor(mailId, [topic]), list: topic.replaceAll('_', '-') };
  }
}

async function loadMails<Facts>(
  { by = ({ subjectId }) => subjectId, load, isStillRelevant: stillTrue }: DefinedMail<Facts>,
  mails: readonly MailRow[],
): Promise<Map<string, LoadedMail<Facts> | null>> {
  const found = await load([...new Set(mails.flatMap((mail) => by(mail) ?? []))], mails);
  return new Map(
    mails.map((mail) => {
      const facts = found.get(by(mail) ?? '');
      const isCurrent = facts !== undefined && (stillTrue?.(facts, mail.data, mail) ?? true);
      return [mail.id, isCurrent ? { facts, data: mail.data } : null];
    }),
  );
}

function smsTemplate<Facts>(sms: DefinedSms<Facts>): SmsTemplate {
  const { write, keepsEmail, wordingFrom, question } = sms;
  const factsOf = (loaded: unknown) => (loaded as LoadedMail<Facts>).facts;
  return {
    wordingFrom: wordingFrom ?? null,
    applies: (loaded) => sms.applies?.(factsOf(loaded), (loaded as LoadedMail<Facts>).data) ?? true,
    keepsEmail: keepsEmail ?? false,
    askedUntil: (loaded) => question?.until(factsOf(loaded)) ?? null,
    write: (loaded, { locale }) => write(factsOf(loaded), locale, (loaded as LoadedMail<Facts>).data),
    answer: question?.answer ?? null,
  };
}
