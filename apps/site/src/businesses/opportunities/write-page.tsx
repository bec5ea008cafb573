import { BackLink } from '../../frame/back-link';
import { usePage } from '../../request/page-context';
import { BusinessFrame } from '../business-frame';
import type { BusinessHeadData } from '../queries';
import { OpportunityForm } from './opportunity-form';
import { PreviewStep } from './look-step';
import type { OpportunityFormState } from './write-opportunity';

interface Props {
  business: BusinessHeadData & { city: string; country: string; offers: string };
  email: string;
  currencies: readonly string[];
  title: string;
  lead?: string;
  warning?: string | undefined;
  formState: OpportunityFormState;
}

export function WritePage({ business, email, currencies, title, lead, warning, formState }: Props) {
  const { words } = usePage();
  const { preview } = formState;
  return (
    <BusinessFrame business={business} email={email} tab="opportunities" title={title} errors={formState.errors}>
      {preview ? (
        <PreviewStep
          draft={{ ...formState, preview }}
          business={{
            name: business.legalName,
            city: business.city,
            country: business.country,
            offers: business.offers,
          }}
          maySubmit={business.mayPost}
        />
      ) : (
        <>
          <BackLink to={`/business/${business.id}/opportunities`}>{words.site.business.opportunities.all}</BackLink>
          <h1>{title}</h1>
          {lead !== undefined && <p className="lead">{lead}</p>}
          {warning !== undefined && <p className="note amber">{warning}</p>}
          <OpportunityForm
            values={formState.values}
            errors={formState.errors}
            currencies={currencies}
            formKey={formState.key}
            maySubmit={business.mayPost}
          />
        </>
      )}
    </BusinessFrame>
  );
}
