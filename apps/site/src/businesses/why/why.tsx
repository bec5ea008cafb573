import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../../api/ask';
import { ButtonLink } from '../../frame/button';
import { Landing, ListFolds, withIcons } from '../../frame/landing';
import { PageHead } from '../../frame/page-head';
import { usePage } from '../../request/page-context';
import type { Handle } from '../../request/site-routes';
import { SignedInAccount } from '../../sign-in/queries';
import { SignedInAs } from '../business-frame';
import { MyBusinesses } from '../queries';
import { BusinessEntryLinks } from './business-entry-links';

export const handle: Handle = { sheet: 'front' };

/** The page is public; signed-in users also see their businesses. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { me } = await queryApi(context, SignedInAccount, {});
  return { me, businesses: me ? (await queryApi(context, MyBusinesses, {})).myBusinesses : [] };
}

export default function Why() {
  const { words } = usePage();
  const { me, businesses } = useLoaderData<typeof loader>();
  const t = words.site.business.why;
  return (
    <>
      <PageHead title={t.title} description={t.lead} />
      <Landing
        title={t.title}
        lead={t.lead}
        drawing="business"
        actions={<BusinessEntryLinks me={me} businesses={businesses} />}
        facts={withIcons(t.facts, ['coins', 'clock', 'person'])}
        steps={{ title: t.how, items: t.steps }}
      >
        <ListFolds
          title={t.questions}
          lists={[
            { title: t.give, items: t.gives },
            { title: t.get, items: t.gets },
            { title: t.never, items: t.nevers, text: t.neverText },
            { title: t.see, items: t.sees, text: t.seeText },
          ]}
        />
        {businesses.length === 0 && (
          <p className="narrow actions">
            <ButtonLink to="/business/home" label={t.begin} look="large" arrow />
          </p>
        )}
        {me && (
          <div className="narrow">
            <SignedInAs email={me.email} />
          </div>
        )}
      </Landing>
    </>
  );
}
