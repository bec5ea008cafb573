import { graphql, type FragmentOf } from '@upstander/api-client';
import type { ReactNode } from 'react';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';

export const trustFacts = graphql(`
  fragment TrustFacts on Query @_unmask {
    organization {
      postalAddress
      country
      profileUrls
      foundedYear
      board
      partners
      accountsUrl
      taxId
      contactPhone
      logo {
        url
      }
    }
    generalFunds {
      beneficiary {
        kind
        registrationNumber
      }
    }
  }
`);
type TrustData = FragmentOf<typeof trustFacts>;

interface TrustProps {
  facts: TrustData;
  isLong?: boolean;
  /** Members of the board with their role; empty if the page shows them as people. */
  board: readonly string[];
}

/** Shows facts that visitors can check elsewhere. Unset ones are left out. */
export const Trust = cacheMarkup(function Trust({ facts, board, isLong = false }: TrustProps) {
  const t = usePage().words.site.about;
  const { organization, generalFunds } = facts;
  const own = generalFunds.find(({ beneficiary }) => beneficiary.kind === 'OWN')?.beneficiary;
  const taxId = own?.registrationNumber ?? organization.taxId;
  const rows: ReadonlyArray<readonly [string, ReactNode]> = [
    [t.taxId, taxId],
    [t.founded, organization.foundedYear],
    [
      t.accounts,
      organization.accountsUrl !== null && (
        <a href={organization.accountsUrl} rel="noreferrer">
          {t.accountsLink}
        </a>
      ),
    ],
    [t.address, isLong && organization.postalAddress],
    [t.board, board.length > 0 && <Names names={board} />],
    [t.partners, organization.partners.length > 0 && <Names names={organization.partners} />],
  ];
  const known = rows.filter(([, value]) => Boolean(value));
  if (known.length === 0) return null;
  return (
    <section className="wide" aria-labelledby="who">
      <h2 id="who">{t.who}</h2>
      <dl className="trust">
        {known.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {!isLong && (
        <p>
          <a href="/about">{t.more}</a>
        </p>
      )}
    </section>
  );
});

function Names({ names }: { names: readonly string[] }) {
  return names.map((name) => (
    <span className="line" key={name}>
      {name}
    </span>
  ));
}
