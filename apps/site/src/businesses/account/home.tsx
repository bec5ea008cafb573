import { redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { PersonalPage } from '../../frame/personal-page';
import { usePage } from '../../request/page-context';
import { SignedInAs } from '../business-frame';
import { BusinessList } from '../business-list';
import { MyBusinesses } from '../queries';
import { querySignedIn } from '../signed-in';

/** Redirects to the user's only business, or to the form for the first one. */
export async function loader(args: LoaderFunctionArgs) {
  const result = await querySignedIn(args, MyBusinesses, {});
  const businesses = result?.myBusinesses ?? [];
  const [firstBusiness, secondBusiness] = businesses;
  if (!firstBusiness) throw redirect('/business/register', 303);
  if (!secondBusiness) throw redirect(`/business/${firstBusiness.id}`, 303);
  return { businesses, email: result?.me?.email ?? '' };
}

export default function Home() {
  const { words } = usePage();
  const { businesses, email } = useLoaderData<typeof loader>();
  const t = words.site.business.status;
  return (
    <PersonalPage title={t.homeTitle}>
      <BusinessList businesses={businesses} />
      <p>
        <a href="/business/register">{t.another}</a>
      </p>
      <SignedInAs email={email} />
    </PersonalPage>
  );
}
