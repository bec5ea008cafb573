import { SubmitButton } from '../../frame/button';
import { usePage } from '../../request/page-context';
import { FlagList } from './flag-list';
import { OpportunityPreview } from './opportunity-preview';
import { inputOf, opportunityForm } from './opportunity-values';
import type { OpportunityPreviewData } from './queries';
import type { OpportunityFormState } from './write-opportunity';

interface Props {
  draft: OpportunityFormState & { preview: OpportunityPreviewData };
  /** The business as readers see it. */
  business: { name: string; city: string; country: string; offers: string };
  maySubmit: boolean;
}

/** Nothing is stored until a button below is pressed. */
export function PreviewStep({ draft, business, maySubmit }: Props) {
  const { words } = usePage();
  const t = words.site.business.opportunityForm;
  return (
    <>
      <h1>{t.lookTitle}</h1>
      <p className="lead">{t.lookLead}</p>
      <FlagList flags={draft.preview.flags} />
      <OpportunityPreview opportunity={previewOf(draft, business)} />
      <form method="post">
        <input type="hidden" name="key" value={draft.key} />
        {opportunityForm.entries(draft.values).map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <p className="actions">
          {maySubmit && <SubmitButton action="send" label={t.send} look="large" />}
          <SubmitButton action="draft" label={t.draft} look="quiet large" />
          <SubmitButton action="change" label={t.change} look="quiet large" />
        </p>
        {!maySubmit && <p className="small">{words.site.business.opportunities.notYet}</p>}
      </form>
    </>
  );
}

function previewOf(
  { values, preview }: Props['draft'],
  business: Props['business'],
): Parameters<typeof OpportunityPreview>[0]['opportunity'] {
  const { payMin: min, payMax: max, payUnit: unit, ...input } = inputOf(values);
  // The input has null for empty texts.
  const { place, schedule, transport, acceptableRecords, equipment } = values;
  return {
    ...input,
    place,
    schedule,
    transport,
    acceptableRecords,
    equipment,
    descriptionHtml: preview.descriptionHtml,
    pay: min && max && unit ? { min, max, unit } : null,
    businessName: business.name,
    businessCity: business.city,
    businessCountry: business.country,
    businessOffers: business.offers,
  };
}
