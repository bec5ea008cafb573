import { shortDate } from '@upstander/web-kit';
import { usePage } from '../../request/page-context';
import type { OwnListing } from './queries';

const tones = {
  DRAFT: '',
  IN_REVIEW: ' amber',
  CHANGES_REQUESTED: ' amber',
  PUBLISHED: ' green',
  EXPIRING: ' amber',
  EXPIRED: '',
  FILLED: ' green',
  WITHDRAWN: '',
  REFUSED: ' clay',
} as const;

/** The state of a listing in a word or two. */
export function ListingBadge({ listing: { status } }: { listing: Pick<OwnListing, 'status'> }) {
  const { words } = usePage();
  return <span className={`badge${tones[status]}`}>{words.enums.opportunityStatus[status]}</span>;
}

/** Until when it is on the site, or was. */
export function ListingEnd({ listing: { status, expiresAt } }: { listing: Pick<OwnListing, 'status' | 'expiresAt'> }) {
  const { words, locale, timeZone } = usePage();
  const t = words.site.business.listings;
  if (expiresAt === null) return null;
  const day = shortDate(locale, new Date(expiresAt), timeZone);
  if (status === 'PUBLISHED' || status === 'EXPIRING') return <span>{t.until({ day })}</span>;
  return status === 'EXPIRED' || status === 'FILLED' || status === 'WITHDRAWN' ? <span>{t.was({ day })}</span> : null;
}
