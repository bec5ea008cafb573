import { Injectable } from '@nestjs/common';
import { badInput, Clock, Config, Logger, Outage } from '@upstander/platform';
import { createHash } from 'node:crypto';

const patience = 3_000;
const prefixLength = 5;

/**
 * Looks new passwords up in a service that knows all breached ones (`BREACHED_PASSWORDS_URL`). The service gets the first five
 * characters of a SHA-1 hash and answers with the hundreds of hashes that begin with them, so it never learns the password.
 */
@Injectable()
export class BreachedPasswords {
  private readonly outage: Outage;

  constructor(
    private readonly config: Config,
    clock: Clock,
    logger: Logger,
  ) {
    this.outage = new Outage(logger, 'the service of breached passwords', () => clock.now());
  }

  /**
   * While the service is away, passwords are compared with the list of the release alone (`Passwords`).
   * @throws Refusal BAD_INPUT for `field` if the password is known from a breach
   */
  async refuse(password: string, field: string): Promise<void> {
    const url = this.config.BREACHED_PASSWORDS_URL;
    if (url === undefined) return;
    const isKnown = await isBreached(url, password).then(
      (known) => {
        this.outage.isBack();
        return known;
      },
      (error: Error) => {
        this.outage.isAway(error.name);
        return false;
      },
    );
    if (isKnown)
      throw badInput({ [field]: 'breached' }, 'This password appeared in a data breach. Please choose another.');
  }
}

/** @throws Error if the service does not answer in its form. */
export async function isBreached(url: string, password: string): Promise<boolean> {
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
  const answer = await fetch(url + hash.slice(0, prefixLength), {
    // Padded with hashes of no password, which have a count of 0, so that its length says nothing either.
    headers: { 'add-padding': 'true' },
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const lines = (await answer.text()).split(/\r?\n/).map((line) => line.split(':'));
  if (!lines.some(([suffix]) => /^[0-9A-F]{35}$/.test(suffix ?? ''))) throw new Error('answered something else');
  return lines.some(([suffix, count]) => suffix === hash.slice(prefixLength) && Number(count) > 0);
}
