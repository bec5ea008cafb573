import type { Actor, RateLimits } from '@upstander/identity';

/** How often a stranger may begin something of their own. @throws Refusal TOO_MANY_TRIES */
export async function admitStranger(limits: RateLimits, actor: Actor, email: string): Promise<void> {
  await limits.consume('fundraiser-start', actor.address);
  await limits.consume('fundraiser-start-by-email', email.toLowerCase());
}
