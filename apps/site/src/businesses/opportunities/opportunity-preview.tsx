import { OpportunityFacts } from '../../opportunities/opportunity-facts';
import { OpportunityHead, OpportunityWords } from '../../opportunities/opportunity-words';
import type { OfferWords } from '../../opportunities/queries';
import { usePage } from '../../request/page-context';

/** Uses the component of the public page. Harm tags are added by staff. */
export function OpportunityPreview({ opportunity }: { opportunity: Omit<OfferWords, 'harmTags'> }) {
  const t = usePage().words.site.business.opportunities;
  const offer: OfferWords = { ...opportunity, harmTags: [] };
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t.preview}</h2>
      <div className="panel event preview">
        <OpportunityHead offer={offer} level={3} />
        <OpportunityFacts offer={offer} />
        <OpportunityWords offer={offer} level={3} />
      </div>
    </section>
  );
}
