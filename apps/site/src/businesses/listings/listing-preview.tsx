import { usePage } from '../../request/page-context';
import type { OwnListing } from './queries';

/** What people who look for work see of a listing. */
export type PreviewData = Pick<OwnListing, 'title' | 'descriptionHtml'>;

export function ListingPreview({ listing }: { listing: PreviewData }) {
  const t = usePage().words.site.business.listings;
  return (
    <section aria-labelledby="preview">
      <h2 id="preview">{t.preview}</h2>
      <div className="panel">
        <h3>{listing.title}</h3>
        <div className="prose" dangerouslySetInnerHTML={{ __html: listing.descriptionHtml }} />
      </div>
    </section>
  );
}
