import { Icon } from '../../frame/icons';
import { usePage } from '../../request/page-context';
import { BusinessFrame } from '../business-frame';
import type { BusinessHeadData } from '../queries';
import { ListingForm } from './listing-form';
import { LookStep } from './look-step';
import type { Written } from './write-listing';

interface Props {
  business: BusinessHeadData & { city: string; country: string; offers: string };
  email: string;
  /** What pay may be in, the usual one first. */
  currencies: readonly string[];
  title: string;
  lead?: string;
  warning?: string | undefined;
  written: Written;
}

/** The form of a listing, or how what was typed would look. */
export function WritePage({ business, email, currencies, title, lead, warning, written }: Props) {
  const { words } = usePage();
  const { look } = written;
  return (
    <BusinessFrame business={business} email={email} tab="listings" title={title} errors={written.errors}>
      {look ? (
        <LookStep
          written={{ ...written, look }}
          business={{
            name: business.legalName,
            city: business.city,
            country: business.country,
            offers: business.offers,
          }}
          mayHandIn={business.mayPost}
        />
      ) : (
        <>
          <a className="back" href={`/business/${business.id}/listings`}>
            <Icon name="back" />
            {words.site.business.listings.all}
          </a>
          <h1>{title}</h1>
          {lead !== undefined && <p className="lead">{lead}</p>}
          {warning !== undefined && <p className="note amber">{warning}</p>}
          <ListingForm
            values={written.values}
            errors={written.errors}
            currencies={currencies}
            formKey={written.key}
            mayHandIn={business.mayPost}
          />
        </>
      )}
    </BusinessFrame>
  );
}
