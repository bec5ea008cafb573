import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Clock, Config, Database, SignedIds } from '@upstander/platform';
import { Phrases } from '../mails/phrases.js';
import { selectSignupFacts, signupFacts, type SignupFacts } from '../signups/signup-facts.js';
import { words } from './shift-lead.mail.generated.js';
import { joinSignup } from '../signups/signup-joins.js';

interface LeadFacts {
  id: string;
  signup: SignupFacts;
}

@Injectable()
export class ShiftLeadMail implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    this.templates.define<LeadFacts>({
      name: 'shift-lead',
      load: (ids) => this.load(ids),
      isStillRelevant: ({ signup }) =>
        ['confirmed', 'checked_in'].includes(signup.status) &&
        signup.event.status === 'published' &&
        signup.endsAt > this.clock.now(),
      write: (lead, locale) => this.writeMail(lead, locale),
    });
  }

  /** Leads whose rights have ended get no email. */
  private async load(ids: readonly string[]): Promise<Map<string, LeadFacts>> {
    const rows = await this.db.query<Record<string, unknown> & { leadId: string }>(
      `SELECT facts.*, l.id AS "leadId" FROM (${selectSignupFacts}) facts
         JOIN events.shift_lead l ON l.signup_id = facts.id ${joinSignup('l')}
       WHERE l.id = ANY ($1) AND l.ended_at IS NULL AND u.shift_id = l.shift_id`,
      [ids],
    );
    return new Map(rows.map(({ leadId, ...row }) => [leadId, { id: leadId, signup: signupFacts(row) }]));
  }

  private writeMail({ id, signup }: LeadFacts, locale: LocaleName): MailText {
    const { PUBLIC_URL: publicUrl, ORGANIZATION_NAME: organization, CHECK_IN_MINUTES: minutes } = this.config;
    const manage = `${publicUrl}/lead/${this.signedIds.sign('shift-lead', id)}${languageQuery(locale)}`;
    const phrases = new Phrases(signup, locale, { manage, publicUrl, organization });
    const t = words[locale];
    const { contactEmail } = signup.event;
    return {
      subject: t.subject({ which: phrases.distinguishingText }),
      heading: t.heading,
      blocks: [phrases.hello, t.lead({ minutes }), phrases.button(t.button), phrases.facts, { small: t.note }],
      ...(contactEmail && { replyTo: contactEmail }),
    };
  }
}
