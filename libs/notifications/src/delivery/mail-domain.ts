import type { Config } from '@upstander/platform';
import { domainToASCII } from 'node:url';

/** Returns the domain that Message-ID and List-Id are made in: the configured one, or that of the sender. */
export function mailDomain({ MAIL_DOMAIN, MAIL_FROM }: Pick<Config, 'MAIL_DOMAIN' | 'MAIL_FROM'>): string {
  if (MAIL_DOMAIN !== undefined) return MAIL_DOMAIN;
  const domain = MAIL_FROM.slice(MAIL_FROM.lastIndexOf('@') + 1);
  return domainToASCII(domain) || domain;
}
