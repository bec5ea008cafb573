import { Injectable } from '@nestjs/common';
import { badInput, Clock, Config, Logger, Outage } from '@upstander/platform';
import { createHash } from 'node:crypto';

const timeoutMs = 3_000;
const prefixLength = 5;

/** Sends only the first five characters of the SHA-1 hash, so the service never learns the password. */
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
   * Accepts any password while the service is unavailable; `Passwords` still checks its built-in list.
   * @throws Refusal BAD_INPUT for `field`
   */
  async rejectBreached(password: string, field: string): Promise<void> {
    const url = this.config.BREACHED_PASSWORDS_URL;
    if (url === undefined) return;
    const isKnown = await isBreached(url, password).then(
      (isKnown) => {
        this.outage.reportRecovery();
        return isKnown;
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

/** @throws Error on an unexpected response */
export async function isBreached(url: string, password: string): Promise<boolean> {
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
  const answer = await fetch(url + hash.slice(0, prefixLength), {
    // Padding entries have a count of 0. They hide the number of matches from network observers.
    headers: { 'add-padding': 'true' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
  const lines = (await answer.text()).split(/\r?\n/).map((line) => line.split(':'));
  if (!lines.some(([suffix]) => /^[0-9A-F]{35}$/.test(suffix ?? ''))) throw new Error('answered something else');
  return lines.some(([suffix, count]) => suffix === hash.slice(prefixLength) && Number(count) > 0);
}
