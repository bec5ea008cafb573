import type { Config } from '@upstander/platform';
import { domainToASCII } from 'node:url';

/** Returns the domain for Message-ID and List-Id: MAIL_DOMAIN, else the sender's domain. */
export function mailDomain({ MAIL_DOMAIN, MAIL_FROM }: Pick<Config, 'MAIL_DOMAIN' | 'MAIL_FROM'>): string {
  if (MAIL_DOMAIN !== undefined) return MAIL_DOMAIN;
  const domain = MAIL_FROM.slice(MAIL_FROM.lastIndexOf('@') + 1);
  return domainToASCII(domain) || domain;
}
