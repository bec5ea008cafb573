import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { notFound } from '../../api/ask';
import { Icon } from '../../frame/icons';
import { usePage } from '../../request/page-context';
import { BusinessFrame } from '../business-frame';
import { askSignedIn } from '../signed-in';
import { ListingBadge, ListingEnd } from './listing-badge';
import { MyListings, type ListingLine } from './queries';

export async function loader(args: LoaderFunctionArgs) {
  const answer = await askSignedIn(args, MyListings, { id: args.params['business'] ?? '' });
  if (!answer?.myBusiness) throw notFound();
  return { business: answer.myBusiness, email: answer.me?.email ?? '', listings: answer.myOpportunities };
}

/** What a business offers, with the state of each. */
export default function ListingList() {
  const { words } = usePage();
  const { business, email, listings } = useLoaderData<typeof loader>();
  const t = words.site.business.listings;
  const mayWrite = !business.frozen && business.status !== 'REFUSED';
  const here = `/business/${business.id}/listings`;
  return (
    <BusinessFrame business={business} email={email} tab="listings" title={t.title} errors={[]}>
      <h1>{t.title}</h1>
      {mayWrite && !business.mayPost && <p className="note">{t.notYet}</p>}
      {mayWrite && (
        <p className="actions first">
          <a className="button large" href={`${here}/new`}>
            {t.write}
          </a>
        </p>
      )}
      {listings.length === 0 ? (
        <div className="empty">
          <Icon name="bag" />
          <h2>{t.empty}</h2>
          <p>{t.emptyHint}</p>
        </div>
      ) : (
        <ul className="cards">
          {listings.map((listing) => (
            <Line key={listing.id} listing={listing} href={`${here}/${listing.id}`} />
          ))}
        </ul>
      )}
    </BusinessFrame>
  );
}

function Line({ listing, href }: { listing: ListingLine; href: string }) {
  const { words } = usePage();
  const t = words.site.business.listings;
  const open = listing.status === 'DRAFT' || listing.status === 'CHANGES_REQUESTED' || listing.status === 'IN_REVIEW';
  return (
    <li className="card listing-line">
      <div className="card-body">
        <h2>
          <a href={href}>{listing.title}</a>
        </h2>
        <p className="card-facts">
          <span>{words.enums.opportunityKind[listing.kind]}</span>
          <ListingEnd listing={listing} />
          {open && listing.flags.length > 0 && (
            <span>
              <Icon name="alert" />
              {t.flagged({ n: listing.flags.length })}
            </span>
          )}
        </p>
      </div>
      <ListingBadge listing={listing} />
    </li>
  );
}
