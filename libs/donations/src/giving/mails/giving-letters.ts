import type { LocaleName } from '@upstander/identity';
import { greeting, type MailText } from '@upstander/notifications';
import { words } from './giving.mail.generated.js';

export interface GivingLinkFacts {
  donorId: string;
  donorVersion: number;
  url: Record<LocaleName, string>;
}

export function givingLink({ url }: GivingLinkFacts, locale: LocaleName): MailText {
  const t = words[locale].link;
  const button = { label: t.button, url: url[locale] };
  const blocks = [greeting(null, locale), t.lead, { buttons: [button] }, { small: t.notYou }];
  return { subject: t.heading, heading: t.heading, blocks };
}

export interface YearlyStatementFacts extends GivingLinkFacts {
  year: number;
  name: string;
  totals: Record<LocaleName, string[]>;
  count: number;
  pdf: Record<LocaleName, string>;
}

export function yearlyStatement(facts: YearlyStatementFacts, locale: LocaleName): MailText {
  const { name, totals, count, pdf, url } = facts;
  const t = words[locale].statement;
  const year = String(facts.year);
  const heading = t.heading({ year });
  return {
    subject: heading,
    heading,
    blocks: [
      greeting(name, locale),
      t.lead({ year }),
      { facts: [[t.count, String(count)], ...totals[locale].map((total): [string, string] => [t.total, total])] },
      {
        buttons: [
          { label: t.pdf, url: pdf[locale] },
          { label: t.button, url: url[locale] },
        ],
      },
    ],
  };
}
