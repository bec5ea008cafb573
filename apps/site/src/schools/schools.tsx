import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { ButtonLink } from '../frame/button';
import { Landing, ListFolds, withIcons } from '../frame/landing';
import { PageHead } from '../frame/page-head';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { Statutes } from './queries';

export const handle: Handle = { cached: true, sheet: 'front' };

export const loader = ({ request, context }: LoaderFunctionArgs) =>
  queryApi(context, Statutes, { locale: localeOf(request) === 'es' ? 'ES' : 'EN' });

export default function Schools() {
  const { words } = usePage();
  const t = words.site.schools;
  const talk = words.site.schoolTalk;
  const { schoolStatutes } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t.title} description={t.description} />
      <Landing
        title={t.title}
        lead={t.lead}
        drawing="school"
        actions={
          <>
            <p className="actions">
              <ButtonLink to="/schools/ask" label={t.ask} look="large" />
              <ButtonLink to="/schools/talk" label={talk.link} look="quiet large" />
            </p>
            <p className="small">{talk.linkText}</p>
          </>
        }
        facts={withIcons(t.facts, ['heart', 'speech', 'book'])}
        steps={{ title: t.how, items: t.stepList }}
      >
        <ListFolds title={t.questions} lists={[t.forWhom, t.expect, t.lesson]} />
        <section className="narrow">
          <h2>{t.law}</h2>
          <p className="small">{t.lawLead}</p>
          <ul className="prose">
            {schoolStatutes.map(({ name, year, asks, publisher, url }) => (
              <li key={name}>
                <b>{name}</b>: {asks}{' '}
                <a href={url} rel="noreferrer">
                  {t.source({ publisher, year: String(year) })}
                </a>
              </li>
            ))}
          </ul>
          <p>
            <a href="/learn/what-the-law-asks">{t.moreReading}</a>
          </p>
        </section>
      </Landing>
    </>
  );
}
