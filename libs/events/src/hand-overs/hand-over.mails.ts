import { Injectable, type OnModuleInit } from '@nestjs/common';
import { languageQuery, type LocaleName } from '@upstander/identity';
import { MailTemplates, type EmptyMailData, type MailText, type SmsBody } from '@upstander/notifications';
import { Clock, Config, Database, SignedIds, speakableName } from '@upstander/platform';
import { selectSignupFacts, signupFacts, type SignupFacts } from '../signups/signup-facts.js';
import { eventPhrase } from '../sms/signup-sms.js';
import { Phrases } from '../mails/phrases.js';
import { words as declined } from './hand-over-declined.mail.generated.js';
import { words as expired } from './hand-over-expired.mail.generated.js';
import { words as offer } from './hand-over-offer.mail.generated.js';
import type { HandOverStatus } from './hand-over.entity.js';
import { statusOf } from './hand-over-reads.js';

declare module '@upstander/notifications' {
  interface MailDataByTemplate {
    /** `subject_id` is the offer, as in the next two. */
    'hand-over-offer': EmptyMailData;
    'hand-over-declined': EmptyMailData;
    'hand-over-expired': EmptyMailData;
  }
}

interface Offer extends Record<string, unknown> {
  id: string;
  name: string;
  signupId: string;
  expiresAt: Date;
  status: HandOverStatus;
}

interface Facts extends Offer {
  signup: SignupFacts;
}

/** Email about a hand-over offer, sent only while its status is unchanged. */
interface HandOverMail {
  status: HandOverStatus;
  toTaker: boolean;
  letter: (facts: Facts, say: Phrases) => MailText;
}

const mails: Record<'hand-over-offer' | 'hand-over-declined' | 'hand-over-expired', HandOverMail> = {
  'hand-over-offer': {
    status: 'open',
    toTaker: true,
    letter: ({ signup, expiresAt }, say) => {
      const t = offer[say.locale];
      const giver = speakableName(signup.name);
      return {
        subject: t.subject({ giver, which: say.distinguishingText }),
        heading: t.heading({ giver }),
        blocks: [
          say.hello,
          t.lead({ giver, until: say.dateTime(expiresAt) }),
          ...(say.guests ? [t.guests({ guests: say.guests })] : []),
          say.button(t.button),
          say.dayDetailsWithoutGuests,
          { small: t.note },
        ],
      };
    },
  },
  'hand-over-declined': { status: 'declined', toTaker: false, letter: toGiver(declined) },
  'hand-over-expired': { status: 'expired', toTaker: false, letter: toGiver(expired) },
};

/** Tells the giver that they still have the spot. */
function toGiver(words: typeof declined | typeof expired): HandOverMail['letter'] {
  return ({ name }, say) => {
    const t = words[say.locale];
    const taker = speakableName(name);
    return {
      subject: t.subject({ taker, which: say.distinguishingText }),
      heading: t.heading,
      blocks: [say.hello, t.lead({ taker }), say.facts, say.manage],
    };
  };
}

/** It names no one. The taker answers with the link in the email. */
function textOf({ toTaker }: HandOverMail, { signup, expiresAt }: Facts, locale: LocaleName): SmsBody {
  const { event, startsAt } = signup;
  return eventPhrase(toTaker ? 'handOverOffer' : 'handOverReturned', { ...event, startsAt, until: expiresAt }, locale);
}

@Injectable()
export class HandOverMails implements OnModuleInit {
  constructor(
    private readonly templates: MailTemplates,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly signedIds: SignedIds,
  ) {}

  onModuleInit(): void {
    for (const [name, mail] of Object.entries(mails)) {
      this.templates.define<Facts>({
        name,
        load: (ids) => this.load(ids),
        // Once the shift has started, these emails are no longer useful.
        isStillRelevant: ({ status, signup }) =>
          status === mail.status && signup.status === 'confirmed' && signup.startsAt > this.clock.now(),
        write: (facts, locale) => mail.letter(facts, this.phrases(facts, mail, locale)),
        sms: { write: (facts, locale) => textOf(mail, facts, locale), keepsEmail: mail.toTaker },
      });
    }
  }

  private async load(ids: readonly string[]): Promise<Map<string, Facts>> {
    const offers = await this.db.query<Offer>(
      `SELECT h.id, h.name, h.signup_id AS "signupId", h.expires_at AS "expiresAt", ${statusOf('h', '$2')} AS status
       FROM events.hand_over h WHERE h.id = ANY ($1::uuid[])`,
      [ids, this.clock.now()],
    );
    const rows = await this.db.query<Record<string, unknown> & { id: string }>(
      `${selectSignupFacts} WHERE signup.id = ANY ($1)`,
      [offers.map(({ signupId }) => signupId)],
    );
    const signups = new Map(rows.map((row) => [row.id, signupFacts(row)]));
    return new Map(
      offers.flatMap((offer) => {
        const signup = signups.get(offer.signupId);
        return signup ? [[offer.id, { ...offer, signup }] as const] : [];
      }),
    );
  }

  private phrases({ id, name, signup }: Facts, { toTaker }: HandOverMail, locale: LocaleName): Phrases {
    const { PUBLIC_URL: publicUrl, ORGANIZATION_NAME: organization } = this.config;
    const page = toTaker
      ? `take/${this.signedIds.sign('hand-over', id)}`
      : `s/${this.signedIds.sign('signup', signup.id, signup.tokenVersion)}`;
    const manage = `${publicUrl}/${page}${languageQuery(locale)}`;
    return new Phrases(toTaker ? { ...signup, name } : signup, locale, { manage, publicUrl, organization });
  }
}
