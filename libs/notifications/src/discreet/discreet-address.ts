import type { Config } from '@upstander/platform';
import { domainToASCII } from 'node:url';

/** Returns DISCREET_MAIL_FROM with its domain in ASCII, or null. */
export function discreetAddress({ DISCREET_MAIL_FROM }: Pick<Config, 'DISCREET_MAIL_FROM'>): string | null {
  if (DISCREET_MAIL_FROM === undefined) return null;
  const at = DISCREET_MAIL_FROM.lastIndexOf('@');
  const domain = DISCREET_MAIL_FROM.slice(at + 1);
  return `${DISCREET_MAIL_FROM.slice(0, at)}@${domainToASCII(domain) || domain}`;
}

/** True for every address in the domain of DISCREET_MAIL_FROM. Nothing that is sent to it may be stored. */
export function isDiscreetAddress(config: Pick<Config, 'DISCREET_MAIL_FROM'>, address: string): boolean {
  const sender = discreetAddress(config);
  return sender !== null && domainOf(address) === domainOf(sender);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
