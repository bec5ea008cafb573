import type { Config } from '@upstander/platform';
import { Resolver } from 'node:dns/promises';
import { findingsFor, type Check, type Finding } from './finding.js';
import { isPublicDomain } from './public-domain.js';

const say = findingsFor('sender');

/** Returns the TXT records of a name, each joined from its parts; none if the name doesn't exist. */
export type TxtLookup = (name: string) => Promise<string[]>;

/**
 * Checks the DNS records by which mail servers recognize our emails: SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489).
 * Google and Yahoo require all three from bulk senders. The mail server signs, so only the operator knows the DKIM selector.
 */
export function sender(dkimSelector?: string, lookup: TxtLookup = txtRecords): Check {
  return {
    about: 'sender',
    async runCheck({ config }) {
      const domain = senderDomain(config);
      if (!isPublicDomain(domain)) return [say.ok(`${domain} isn’t a public domain, so its DNS isn’t checked.`)];
      try {
        return [
          spfFinding(domain, await lookup(domain)),
          await dkimFinding(domain, dkimSelector, lookup),
          await dmarcFinding(domain, lookup),
        ];
      } catch (error) {
        const { code = 'no answer' } = error as NodeJS.ErrnoException;
        return [say.warning(`The DNS of ${domain} can’t be read (${code}).`, 'Check the name server of this machine.')];
      }
    },
  };
}

function senderDomain({ MAIL_FROM }: Pick<Config, 'MAIL_FROM'>): string {
  return MAIL_FROM.slice(MAIL_FROM.lastIndexOf('@') + 1).toLowerCase();
}

function spfFinding(domain: string, records: string[]): Finding {
  const policies = records.filter((text) => /^v=spf1(?: |$)/i.test(text));
  const [policy] = policies;
  if (policy === undefined)
    return say.warning(
      `${domain} has no SPF record.`,
      'Publish a TXT record that names your mail server, for example “v=spf1 include:spf.provider.example -all”.',
    );
  if (policies.length > 1)
    return say.wrong(`${domain} has ${policies.length} SPF records, so none of them counts.`, 'Merge them into one.');
  if (/[ ]\+?all(?: |$)/i.test(policy))
    return say.wrong(
      `The SPF record of ${domain} lets every server send in its name.`,
      'End it with “-all” or “~all”.',
    );
  return say.ok(`${domain} has an SPF record.`);
}

async function dkimFinding(domain: string, selector: string | undefined, lookup: TxtLookup): Promise<Finding> {
  if (selector === undefined)
    return say.ok('DKIM isn’t checked. Add --dkim-selector with the selector of your mail server.');
  const name = `${selector}._domainkey.${domain}`;
  const [key] = (await lookup(name)).filter((text) => /(?:^|;)\s*p=/.test(text));
  if (key === undefined)
    return say.wrong(`There is no DKIM key at ${name}.`, 'Publish the key that your mail server signs with.');
  if (/(?:^|;)\s*p=\s*(?:;|$)/.test(key)) return say.wrong(`The DKIM key at ${name} is revoked.`, 'Publish a new one.');
  return say.ok(`${name} has a DKIM key.`);
}

/** A record of a parent domain covers its subdomains. */
async function dmarcFinding(domain: string, lookup: TxtLookup): Promise<Finding> {
  for (let name = domain; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const policy = (await lookup(`_dmarc.${name}`)).find((text) => /^v=DMARC1\s*(?:;|$)/.test(text));
    if (policy !== undefined) return say.ok(`${name} has a DMARC record.`);
  }
  return say.warning(
    `${domain} has no DMARC record, so others can send in its name, and large providers reject bulk email.`,
    `Publish the TXT record “v=DMARC1; p=none; rua=mailto:…” at _dmarc.${domain}, and raise p later.`,
  );
}

async function txtRecords(name: string): Promise<string[]> {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
    throw error;
  }
}
