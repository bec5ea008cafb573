import { Injectable } from '@nestjs/common';
import { Clock, Refusal, Secrets } from '@upstander/platform';

const purpose = 'site-message-form';
/** People need at least this long to fill in a form; bots are faster. */
const minSeconds = 3;
const maxSeconds = 24 * 3600;

/** Issues form tokens with their creation time, to reject messages that bots send immediately. */
@Injectable()
export class MessageForms {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  create(): string {
    return this.secrets.seal(purpose, String(this.clock.now().valueOf()));
  }

  /**
   * The page keeps the input, so a person can simply send it again.
   * @throws Refusal FORM_TOO_QUICK, FORM_TOO_OLD
   */
  check(form: string): void {
    const seconds = (this.clock.now().valueOf() - this.createdAtOf(form)) / 1000;
    if (seconds < minSeconds) throw new Refusal('FORM_TOO_QUICK', 'That was very quick. Please send it again.');
    if (!(seconds <= maxSeconds)) {
      throw new Refusal(
        'FORM_TOO_OLD',
        'This form has expired. Everything you wrote is still here. Please send it again.',
      );
    }
  }

  /** Returns the creation time of a form, or 0 for an invalid token. */
  private createdAtOf(form: string): number {
    try {
      return Number(this.secrets.unseal(purpose, form));
    } catch {
      return 0;
    }
  }
}
