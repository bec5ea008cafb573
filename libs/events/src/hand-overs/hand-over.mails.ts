import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LocaleName } from '@upstander/identity';
import { MailTemplates, type MailText } from '@upstander/notifications';
import { Clock, Config, Database, SignedIds, speakableName } from '@upstander/platform';
import { selectSignupFacts, signupFacts, type SignupFacts } from '../signups/signup-facts.js';
import { Phrases } from '../mails/phrases.js';
import type { HandOverStatus } from './hand-over.entity.js';
import { statusOf } from './hand-over-reads.js';

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

type Write = (facts: Facts, say: Phrases) => MailText;

/** Email about a hand-over offer, sent only while its status is unchanged. */
interface HandOverMail {
  status: HandOverStatus;
  toTaker: boolean;
  letter: Record<LocaleName, Write>;
}

const giver = ({ signup }: Facts) => speakableName(signup.name);
const taker = ({ name }: Facts) => speakableName(name);

const mails: Record<'hand-over-offer' | 'hand-over-declined' | 'hand-over-expired', HandOverMail> = {
  'hand-over-offer': {
    status: 'open',
    toTaker: true,
    letter: {
      en: (facts, say) => ({
        subject: `${giver(facts) ?? 'A volunteer'} is offering you a spot: ${say.distinguishingText}`,
        heading: `${giver(facts) ?? 'A volunteer'} is offering you a spot`,
        blocks: [
          say.hello,
          `${giver(facts) ?? 'A volunteer'} can’t make it and would like you to help instead. You can take the spot until ${say.dateTime(facts.expiresAt)}, unless someone else takes it first.`,
          ...(say.guests ? [`${say.guests} would come with you. You can also take the spot without them.`] : []),
          say.button('Accept or decline'),
          say.dayDetailsWithoutGuests,
          { small: 'The spot isn’t yours until you take it. If you don’t want it, you don’t have to do anything.' },
        ],
      }),
      es: (facts, say) => ({
        subject: `${giver(facts) ?? 'Una persona voluntaria'} te ofrece su lugar: ${say.distinguishingText}`,
        heading: `${giver(facts) ?? 'Una persona voluntaria'} te ofrece su lugar`,
        blocks: [
          say.hello,
          `${giver(facts) ?? 'Una persona voluntaria'} no puede venir y pregunta si quieres ayudar en su lugar. Puedes tomarlo hasta el ${say.dateTime(facts.expiresAt)}, salvo que otra persona lo tome antes.`,
          ...(say.guests ? [`Irían contigo ${say.guests}. También puedes tomar el lugar sin llevarlas.`] : []),
          say.button('Aceptar o rechazar'),
          say.dayDetailsWithoutGuests,
          { small: 'No tienes el lugar hasta que lo tomes. Si no lo quieres, no tienes que hacer nada.' },
        ],
      }),
    },
  },
  'hand-over-declined': {
    status: 'declined',
    toTaker: false,
    letter: {
      en: (facts, say) => ({
        subject: `${taker(facts) ?? 'The person you asked'} can’t take your spot: ${say.distinguishingText}`,
        heading: 'You still have your spot',
        blocks: [
          say.hello,
          `${taker(facts) ?? 'The person you asked'} can’t come, so the spot is still yours. You can ask someone else, or cancel.`,
          say.facts,
          say.manage,
        ],
      }),
      es: (facts, say) => ({
        subject: `${taker(facts) ?? 'La persona a quien preguntaste'} no puede tomar tu lugar: ${say.distinguishingText}`,
        heading: 'Sigues teniendo tu lugar',
        blocks: [
          say.hello,
          `${taker(facts) ?? 'La persona a quien preguntaste'} no puede venir, así que el lugar sigue siendo tuyo. Puedes preguntarle a otra persona o cancelar.`,
          say.facts,
          say.manage,
        ],
      }),
    },
  },
  'hand-over-expired': {
    status: 'expired',
    toTaker: false,
    letter: {
      en: (facts, say) => ({
        subject: `No one has taken your spot yet: ${say.distinguishingText}`,
        heading: 'You still have your spot',
        blocks: [
          say.hello,
          `${taker(facts) ?? 'The person you asked'} didn’t answer in time, so the spot is still yours. You can ask someone else, or cancel.`,
          say.facts,
          say.manage,
        ],
      }),
      es: (facts, say) => ({
        subject: `Nadie ha tomado tu lugar todavía: ${say.distinguishingText}`,
        heading: 'Sigues teniendo tu lugar',
        blocks: [
          say.hello,
          `${taker(facts) ?? 'La persona a quien preguntaste'} no respondió a tiempo, así que el lugar sigue siendo tuyo. Puedes preguntarle a otra persona o cancelar.`,
          say.facts,
          say.manage,
        ],
      }),
    },
  },
};

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
        stillTrue: ({ status, signup }) =>
          status === mail.status && signup.status === 'confirmed' && signup.startsAt > this.clock.now(),
        write: (facts, locale) => mail.letter[locale](facts, this.phrases(facts, mail, locale)),
      });
    }
  }

  private async load(ids: readonly string[]): Promise<Map<string, Facts>> {
    const offers = await this.db.query<Offer>(
      `SELECT h.id, h.name, h.signup_id AS "signupId", h.expires_at AS "expiresAt", ${statusOf('h', '$2')} AS status
       FROM events.hand_over h WHERE h.id = ANY ($1::uuid[])`,
      [ids, this.clock.now()],
    );
    const found = await this.db.query<Record<string, unknown> & { id: string }>(
      `${selectSignupFacts} WHERE signup.id = ANY ($1)`,
      [offers.map(({ signupId }) => signupId)],
    );
    const signups = new Map(found.map((row) => [row.id, signupFacts(row)]));
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
    const manage = `${publicUrl}/${page}${locale === 'es' ? '?lang=es' : ''}`;
    return new Phrases(toTaker ? { ...signup, name } : signup, locale, { manage, publicUrl, organization });
  }
}
