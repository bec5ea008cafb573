import { Injectable } from '@nestjs/common';
import { Clock, Refusal, Secrets } from '@upstander/platform';

const purpose = 'site-message-form';
/** Nobody reads a form, and writes to somebody, in less; programs do. */
const leastSeconds = 3;
const mostSeconds = 24 * 3600;

/** Says of a form when it was made, so that what is sent at once was not written by a person. It knows nothing of them. */
@Injectable()
export class MessageForms {
  constructor(
    private readonly secrets: Secrets,
    private readonly clock: Clock,
  ) {}

  make(): string {
    return this.secrets.seal(purpose, String(this.clock.now().valueOf()));
  }

  /**
   * A refusal says what to do, and the form comes back with everything in it: a person who was too quick sends it again.
   * @throws Refusal FORM_TOO_QUICK, FORM_TOO_OLD
   */
  check(form: string): void {
    const seconds = (this.clock.now().valueOf() - this.madeAt(form)) / 1000;
    if (seconds < leastSeconds) throw new Refusal('FORM_TOO_QUICK', 'That was very quick. Please send it once more.');
    if (!(seconds <= mostSeconds)) {
      throw new Refusal(
        'FORM_TOO_OLD',
        'This form is too old. Everything you wrote is still there: send it once more.',
      );
    }
  }

  /** When it was made; long ago for what was not made here. */
  private madeAt(form: string): number {
    try {
      return Number(this.secrets.unseal(purpose, form));
    } catch {
      return 0;
    }
  }
}
