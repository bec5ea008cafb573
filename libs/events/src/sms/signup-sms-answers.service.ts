import { Injectable } from '@nestjs/common';
import { anonymous } from '@upstander/identity';
import type { SmsAnswer, SmsBody } from '@upstander/notifications';
import { Database, Refusal, SignedIds } from '@upstander/platform';
import { SignupLinks } from '../links/signup-links.service.js';
import { selectSignupFacts, signupFacts, type SignupFacts } from '../signups/signup-facts.js';
import { signupPhrase, type SmsPhrase } from './signup-sms.js';

const expectedRefusals: Readonly<Record<string, SmsPhrase>> = {
  SHIFT_STARTED: 'tooLate',
  OFFER_EXPIRED: 'gone',
  NO_OFFER: 'gone',
  ALREADY_CANCELLED: 'gone',
  SIGNUP_EXPIRED: 'gone',
};

/** Acts on answers to texts about a sign-up, in the same way as the personal link in its emails. */
@Injectable()
export class SignupSmsAnswers {
  constructor(
    private readonly db: Database,
    private readonly signedIds: SignedIds,
    private readonly links: SignupLinks,
  ) {}

  async answer({ subjectId, answer, locale, key }: SmsAnswer): Promise<SmsBody> {
    const signup = await this.find(subjectId);
    const token = this.signedIds.sign('signup', signup.id, signup.tokenVersion);
    const phrase = await this.act(signup, answer, { token, idempotencyKey: key }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      return expectedRefusals[error.code] ?? 'notByText';
    });
    return signupPhrase(phrase, signup, locale);
  }

  private async act(
    { id, status }: SignupFacts,
    answer: 1 | 2,
    input: { token: string; idempotencyKey: string },
  ): Promise<SmsPhrase> {
    // Limits count by sign-up, because all texts arrive from the provider.
    const actor = anonymous(id);
    if (status === 'offered') {
      if (answer === 1) await this.links.acceptOffer(actor, input);
      else await this.links.declineOffer(actor, input);
      return answer === 1 ? 'taken' : 'passed';
    }
    if (answer === 1) {
      const { signup } = await this.links.confirm(actor, input);
      return signup.status === 'confirmed' ? 'confirmed' : 'gone';
    }
    const { signup } = await this.links.cancel(actor, input);
    return signup.status === 'cancelled' ? 'freed' : 'gone';
  }

  private async find(id: string): Promise<SignupFacts> {
    const [row] = await this.db.query<Record<string, unknown>>(`${selectSignupFacts} WHERE signup.id = $1`, [id]);
    if (!row) throw new Error(`The sign-up ${id} of a text is gone.`);
    return signupFacts(row);
  }
}
