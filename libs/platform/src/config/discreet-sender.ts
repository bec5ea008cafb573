import { domainToASCII } from 'node:url';
import { parsedUrl } from '../typed/parsed-url.js';

const addressNames = ['MAIL_FROM', 'CONTACT_EMAIL'] as const;
const domainNames = ['MAIL_DOMAIN', 'REPLY_DOMAIN'] as const;
const urlNames = ['PUBLIC_URL', 'ADMIN_URL'] as const;

/** Returns one fault for each setting whose domain DISCREET_MAIL_FROM shares: it would identify the organization. */
export function discreetSenderFaults(values: Readonly<Record<string, unknown>>): string[] {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
  const sender = text('DISCREET_MAIL_FROM');
  if (sender === '') return [];
  const domain = hostOf(sender);
  const domains: Array<[name: string, domain: string]> = [
    ...addressNames.map((name): [string, string] => [name, hostOf(text(name))]),
    ...domainNames.map((name): [string, string] => [name, hostOf(text(name))]),
    ...urlNames.map((name): [string, string] => [name, parsedUrl(text(name))?.hostname ?? '']),
  ];
  return domains
    .filter(([, ours]) => ours !== '' && (isWithin(ours, domain) || isWithin(domain, ours)))
    .map(
      ([name, ours]) =>
        `DISCREET_MAIL_FROM shares its domain with ${name} (${ours}), which identifies the organization: use an address in a neutral domain.`,
    );
}

/** Returns a fault for each setting with the same number as DISCREET_SMS_FROM: it would identify the organization. */
export function discreetNumberFaults(values: Readonly<Record<string, unknown>>): string[] {
  const number = values['DISCREET_SMS_FROM'];
  if (number === undefined) return [];
  return (['SMS_FROM', 'CONTACT_PHONE'] as const)
    .filter((name) => values[name] === number)
    .map((name) => `DISCREET_SMS_FROM is also ${name}, which identifies the organization: use a number of its own.`);
}

function hostOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return domainToASCII(domain) || domain;
}

function isWithin(domain: string, other: string): boolean {
  return domain === other || domain.endsWith(`.${other}`);
}
