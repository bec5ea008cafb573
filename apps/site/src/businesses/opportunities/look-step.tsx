import { usePage } from '../../request/page-context';
import { FlagList } from './flag-list';
import { OpportunityPreview } from './opportunity-preview';
import { inputOf } from './opportunity-values';
import type { Look } from './queries';
import type { Written } from './write-opportunity';

interface Props {
  written: Written & { look: Look };
  /** Whose opportunity it is, as its readers see it. */
  business: { name: string; city: string; country: string; offers: string };
  mayHandIn: boolean;
}

/** How it would look, and what the rules find; nothing is stored until one of the buttons below is pressed. */
export function LookStep({ written, business, mayHandIn }: Props) {
  const { words } = usePage();
  const t = words.site.business.opportunityForm;
  const { languages, ...texts } = written.values;
  return (
    <>
      <h1>{t.lookTitle}</h1>
      <p className="lead">{t.lookLead}</p>
      <FlagList flags={written.look.flags} />
      <OpportunityPreview opportunity={shown(written, business)} />
      <form method="post">
        <input type="hidden" name="key" value={written.key} />
        {Object.entries(texts).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {languages.map((code) => (
          <input key={code} type="hidden" name="languages" value={code} />
        ))}
        <p className="actions">
          {mayHandIn && (
            <button className="button large" name="do" value="send">
              {t.send}
            </button>
          )}
          <button className="button quiet large" name="do" value="draft">
            {t.draft}
          </button>
          <button className="button quiet large" name="do" value="change">
            {t.change}
          </button>
        </p>
        {!mayHandIn && <p className="small">{words.site.business.opportunities.notYet}</p>}
      </form>
    </>
  );
}

/** What was typed, as the API would show it once it is stored. */
function shown(
  { values, look }: Props['written'],
  business: Props['business'],
): Parameters<typeof OpportunityPreview>[0]['opportunity'] {
  const { payMin: min, payMax: max, payUnit: unit, ...typed } = inputOf(values);
  return {
    ...typed,
    descriptionHtml: look.descriptionHtml,
    pay: min && max && unit ? { min, max, unit } : null,
    businessName: business.name,
    businessCity: business.city,
    businessCountry: business.country,
    businessOffers: business.offers,
  };
}
