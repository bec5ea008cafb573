import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../../api/ask';
import { Icon } from '../../frame/icons';
import { PageHead } from '../../frame/page-head';
import { usePage } from '../../request/page-context';
import { SignedInAs } from '../business-frame';
import { MyBusinesses } from '../queries';
import { CurrentAccount } from './queries';
import { BusinessEntryLinks } from './business-entry-links';

/** The page is public; signed-in users also see their businesses. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { me } = await queryApi(context, CurrentAccount, {});
  return { me, businesses: me ? (await queryApi(context, MyBusinesses, {})).myBusinesses : [] };
}

export default function Why() {
  const { words } = usePage();
  const { me, businesses } = useLoaderData<typeof loader>();
  const t = words.site.business.why;
  return (
    <div className="narrow">
      <PageHead title={t.title} description={t.lead} />
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      <BusinessEntryLinks me={me} businesses={businesses} />
      <CheckedList title={t.give} items={t.gives} />
      <CheckedList title={t.get} items={t.gets} />
      <section>
        <h2>{t.how}</h2>
        <ol className="timeline">
          {t.steps.map(({ title, text }) => (
            <li key={title}>
              <b>{title}</b>
              <br />
              {text}
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{t.never}</h2>
        <ul className="prose">
          {t.nevers.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <p>{t.neverText}</p>
      </section>
      <section>
        <h2>{t.see}</h2>
        <ul className="prose">
          {t.sees.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <p>{t.seeText}</p>
      </section>
      {businesses.length === 0 && (
        <p className="actions">
          <a className="button large" href="/business/home">
            {t.begin}
            <Icon name="arrow" />
          </a>
        </p>
      )}
      {me && <SignedInAs email={me.email} />}
    </div>
  );
}

function CheckedList({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="ticks">
        {items.map((item) => (
          <li key={item}>
            <Icon name="check" />
            {item}
          </li>
        ))}
      </ul>
    </section>
  );
}
