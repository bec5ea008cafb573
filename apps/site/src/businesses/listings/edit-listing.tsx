import { catalogueOf } from '@upstander/web-kit';
import { useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { ask, notFound } from '../../api/ask';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import { askSignedIn, endedForm } from '../signed-in';
import { SignedOutMeanwhile } from '../signed-out-meanwhile';
import { valuesOf } from './listing-values';
import { MyListing, UpdateOpportunity } from './queries';
import { WritePage } from './write-page';
import { writeListing } from './write-listing';

export async function loader(args: LoaderFunctionArgs) {
  const { business = '', listing = '' } = args.params;
  const answer = await askSignedIn(args, MyListing, { business, id: listing });
  if (!answer) return null;
  if (!answer.myBusiness || !answer.myOpportunity) throw notFound();
  const { currencies } = answer.organisation;
  return { business: answer.myBusiness, email: answer.me?.email ?? '', currencies, listing: answer.myOpportunity };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const { business = '', listing = '' } = params;
  return writeListing(context, catalogueOf(localeOf(request)), await request.formData(), {
    listings: `/business/${business}/listings`,
    async save(opportunity, asDraft) {
      await ask(context, UpdateOpportunity, { input: { id: listing, opportunity, asDraft } });
      return listing;
    },
  });
}

export default function EditListing() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile typed={endedForm(answer)} />;
  const { listing } = loaded;
  const t = words.site.business.listings;
  const fresh = { values: valuesOf(listing, loaded.currencies[0] ?? ''), errors: [], look: null, key: '' };
  const written = answer && 'values' in answer ? answer : fresh;
  const isOnSite = listing.status === 'PUBLISHED' || listing.status === 'EXPIRING';
  return <WritePage {...loaded} title={t.editTitle} warning={isOnSite ? t.editShown : undefined} written={written} />;
}
