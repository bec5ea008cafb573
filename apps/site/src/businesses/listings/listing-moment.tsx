import { usePage } from '../../request/page-context';
import { ListingBadge, ListingEnd } from './listing-badge';
import type { OwnListing } from './queries';

/** Where the listing stands, and what our team wrote about it. */
export function ListingMoment({ listing }: { listing: OwnListing }) {
  const { words } = usePage();
  const t = words.site.business.listings;
  const { title, text } = t.states[listing.status];
  const isOnSite = listing.status === 'PUBLISHED' || listing.status === 'EXPIRING';
  return (
    <>
      <h1>{listing.title}</h1>
      <p className="card-facts">
        <ListingBadge listing={listing} />
        <ListingEnd listing={listing} />
      </p>
      <p className="lead">
        <b>{title}.</b> {text}
      </p>
      {isOnSite && !listing.isShown && <p className="note amber">{t.hidden}</p>}
      {listing.statusReason !== '' && (
        <blockquote className="note amber words">
          <p className="small">{t.reason}</p>
          <p className="as-written">{listing.statusReason}</p>
        </blockquote>
      )}
    </>
  );
}
