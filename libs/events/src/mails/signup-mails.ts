import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery } from '@upstander/identity';
import { MailTemplates, type DefinedSms, type MailText } from '@upstander/notifications';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';
import { signupEntry } from '../calendars/calendar-entries.js';
import { icalendar } from '../calendars/icalendar.js';
import { selectSignupFacts, signupFacts, type SignupFacts } from '../signups/signup-facts.js';
import { ageRequest } from './age-request.mail.js';
import { eventCancelled } from './event-cancelled.mail.js';
import type { MailData, MailName } from '../signups/mail-names.js';
import { missedYou } from './missed-you.mail.js';
import { organizerMessage } from './organizer-message.mail.js';
import { Phrases } from './phrases.js';
import { reminderDayBefore } from './reminder-day-before.mail.js';
import { reminderSameDay } from './reminder-same-day.mail.js';
import { signupCancelled } from './signup-cancelled.mail.js';
import { signupChanged } from './signup-changed.mail.js';
import { signupConfirm } from './signup-confirm.mail.js';
import { signupExpired } from './signup-expired.mail.js';
import { signupLapsed } from './signup-lapsed.mail.js';
import type { SignupMail } from './signup-mail.js';
import { signupNudge } from './signup-nudge.mail.js';
import { signupOffer } from './signup-offer.mail.js';
import { signupRepeat } from './signup-repeat.mail.js';
import { signupReleased, signupRequirements } from './signup-requirements.mail.js';
import { signupTogether } from './signup-together.mail.js';
import { signupWaitlisted } from './signup-waitlisted.mail.js';
import { signupSms, type SignupSms } from '../sms/signup-sms.js';
import { SignupSmsAnswers } from '../sms/signup-sms-answers.service.js';
import { thankYou } from './thank-you.mail.js';
import type { MailLocale } from '../time/format-when.js';

export const signupMails: { readonly [Name in MailName]: SignupMail<Name> } = {
  'signup-confirm': signupConfirm,
  'signup-waitlisted': signupWaitlisted,
  'signup-together': signupTogether,
  'signup-repeat': signupRepeat,
  'signup-offer': signupOffer,
  'reminder-day-before': reminderDayBefore,
  'reminder-same-day': reminderSameDay,
  'signup-changed': signupChanged,
  'event-cancelled': eventCancelled,
  'signup-cancelled': signupCancelled,
  'signup-expired': signupExpired,
  'signup-nudge': signupNudge,
  'signup-lapsed': signupLapsed,
  'age-request': ageRequest,
  'signup-requirements': signupRequirements,
  'signup-released': signupReleased,
  'thank-you': thankYou,
  'missed-you': missedYou,
  'organizer-message': organizerMessage,
};

@Injectable()
export class SignupMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly signedIds: SignedIds,
    private readonly answers: SignupSmsAnswers,
  ) {}

  onModuleInit(): void {
    for (const mail of Object.values(signupMails)) this.define(mail as SignupMail<MailName>);
  }

  private define<Name extends MailName>(mail: SignupMail<Name>): void {
    const sms = signupSms[mail.name];
    this.templates.define<SignupFacts>({
      name: mail.name,
      ...(mail.topic && { topic: mail.topic }),
      ...(mail.digest && { digest: mail.digest }),
      load: (ids) => (mail.entries ? this.loadSignups(ids) : this.load(ids)),
      isStillRelevant: (signup, data) => mail.isStillRelevant(signup, data as MailData[Name], this.clock.now()),
      write: (signup, locale, data) => this.write(mail, signup, data as MailData[Name], locale),
      ...(sms && { sms: this.textOf(sms) }),
    });
  }

  private textOf({ applies, write, askedUntil, keepsEmail }: SignupSms): DefinedSms<SignupFacts> {
    return {
      ...(applies && { applies }),
      write,
      keepsEmail,
      question: { until: askedUntil, answer: (answer) => this.answers.answer(answer) },
    };
  }

  private async load(ids: readonly string[]): Promise<Map<string, SignupFacts>> {
    const rows = await this.db.query<Record<string, unknown> & { id: string }>(
      `${selectSignupFacts} WHERE signup.id = ANY ($1)`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, signupFacts(row)]));
  }

  /** Like `load`, but adds all sign-ups of a request to the first one. */
  private async loadSignups(ids: readonly string[]): Promise<Map<string, SignupFacts>> {
    const rows = await this.db.query<Record<string, unknown> & { id: string; madeWith: string | null }>(
      `SELECT facts.*, signup.made_with AS "madeWith" FROM (${selectSignupFacts}) facts
         JOIN events.signup ON signup.id = facts.id
       WHERE signup.made_with = ANY ($1) OR signup.id = ANY ($1) ORDER BY facts."startsAt", facts.id`,
      [ids],
    );
    const all = rows.map(({ madeWith, ...row }) => ({ madeWith, facts: signupFacts(row) }));
    return new Map(
      all.map(({ facts }) => {
        const siblings = all.filter(({ madeWith }) => madeWith === facts.id).map((one) => one.facts);
        return [facts.id, siblings.length > 0 ? { ...facts, together: siblings } : facts];
      }),
    );
  }

  private write<Name extends MailName>(
    mail: SignupMail<Name>,
    signup: SignupFacts,
    data: MailData[Name],
    locale: MailLocale,
  ): MailText {
    const { event } = signup;
    const token = signup.original
      ? this.signedIds.sign('signup', signup.original.id, signup.original.tokenVersion)
      : this.signedIds.sign('signup', signup.id, signup.tokenVersion);
    const phrases = new Phrases(signup, locale, {
      // Keeps the language of the sign-up, regardless of the browser's preference.
      manage: `${this.config.PUBLIC_URL}/s/${token}${languageQuery(locale)}`,
      publicUrl: this.config.PUBLIC_URL,
      organization: this.config.ORGANIZATION_NAME,
    });
    const letter = mail.letter({ signup, event, data, phrases: phrases, now: this.clock.now() });
    // Uses the first sentence after the greeting as the preview shown next to the subject.
    const preview = letter.blocks.find((block) => typeof block === 'string' && block !== phrases.hello) as
      | string
      | undefined;
    const method = mail.calendar?.(signup, data);
    return {
      ...letter,
      preview,
      ...(method && { ics: { method, content: this.calendar(mail.entries?.(signup, data) ?? [signup], method) } }),
      ...(event.contactEmail && { replyTo: event.contactEmail }),
    };
  }

  private calendar(signups: readonly SignupFacts[], method: 'PUBLISH' | 'CANCEL'): string {
    const organizer = { name: this.config.ORGANIZATION_NAME, email: this.config.MAIL_FROM };
    return icalendar({ method, organizer, entries: signups.map((one) => signupEntry(one, this.config)) });
  }
}
