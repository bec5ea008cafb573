import type { LoaderFunctionArgs } from 'react-router';
import { useLoaderData } from 'react-router';
import { ask, notFound, orNotFound } from '../api/ask';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { LeaveNote } from '../safety/leave-note';
import { Checked, HowItWorks } from './how-it-works';
import { inTheWay } from './in-the-way';
import { OpportunityFacts } from './opportunity-facts';
import { OneOpportunity, type OpportunityData } from './queries';
import { structuredData } from './structured-data';

/** An offer that is on the site now, or the 404 page. */
export async function opportunityOf(context: SiteContext, slug: string | undefined): Promise<OpportunityData> {
  const { opportunity } = await ask(context, OneOpportunity, { slug: slug ?? '' }).catch(orNotFound);
  if (!opportunity) throw notFound();
  return opportunity;
}

export async function loader({ params, context }: LoaderFunctionArgs) {
  return { offer: await opportunityOf(context, params['slug']) };
}

export default function OpportunityPage() {
  const { words, locale, publicUrl } = usePage();
  const { offer } = useLoaderData<typeof loader>();
  const t = words.site.opportunities;
  const markup = structuredData(offer, publicUrl);
  const language = offer.language.toLowerCase();
  const lang = language === locale ? undefined : language;
  return (
    <article className="wide event offer-page">
      <PageHead title={offer.title} personal={!offer.isPublic} plain type="article" />
      {markup !== null && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: markup }} />}
      <a className="back" href="/opportunities">
        <Icon name="back" />
        {t.back}
      </a>
      <header className="event-head">
        <p className="badge">{words.enums.opportunityKind[offer.kind]}</p>
        <h1 lang={lang}>{offer.title}</h1>
        <p className="lead">{t.at(offer.businessName, offer.businessCity)}</p>
      </header>
      <div className="event-columns">
        <div className="event-about">
          <OpportunityFacts offer={offer} />
          <p className="jump">
            <a className="button large" href="#how">
              {t.apply}
            </a>
          </p>
          {offer.descriptionHtml !== '' && (
            <section aria-labelledby="about">
              <h2 id="about">{t.about}</h2>
              <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: offer.descriptionHtml }} />
            </section>
          )}
          <InTheWay offer={offer} />
          {offer.businessOffers !== '' && (
            <section aria-labelledby="business">
              <h2 id="business">{t.businessHeading(offer.businessName)}</h2>
              <p className="prose" lang={lang}>
                {offer.businessOffers}
              </p>
            </section>
          )}
          <Checked />
          <p className="small">{t.until(calendarDay(locale, offer.expiresAt.slice(0, 10)))}</p>
        </div>
        <div className="offer-side">
          <HowItWorks slug={offer.slug} />
          <LeaveNote />
        </div>
      </div>
    </article>
  );
}

function InTheWay({ offer }: { offer: OpportunityData }) {
  const { words } = usePage();
  const t = words.site.opportunities;
  return (
    <section aria-labelledby="in-the-way">
      <h2 id="in-the-way">{t.wayHeading}</h2>
      <ul className="ticks">
        {inTheWay(offer, words).map(({ text, easy }) => (
          <li key={text} className={easy ? undefined : 'minds'}>
            <Icon name={easy ? 'check' : 'dot'} />
            {text}
          </li>
        ))}
      </ul>
      {offer.harmTags.length > 0 && (
        <>
          <h3>{t.goodToKnow}</h3>
          <ul className="ticks">
            {offer.harmTags.map((harm) => (
              <li key={harm} className="minds">
                <Icon name="dot" />
                {t.harm[harm]}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
