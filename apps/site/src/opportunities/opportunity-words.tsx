import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import { barrierSentencesOf } from './barrier-sentences';
import type { OfferWords } from './queries';

interface Props {
  offer: OfferWords;
  /** Heading level of the title: 1 on its own page, 3 in a preview. */
  level: 1 | 3;
}

export function OpportunityHead({ offer, level }: Props) {
  const { words } = usePage();
  const Title = `h${level}` as const;
  return (
    <header className="event-head">
      <p className="badge">{words.enums.opportunityKind[offer.kind]}</p>
      <Title lang={useLang(offer)}>{offer.title}</Title>
      <p className="lead">{words.site.opportunities.at({ business: offer.businessName, city: offer.businessCity })}</p>
    </header>
  );
}

export function OpportunityWords({ offer, level }: Props) {
  const t = usePage().words.site.opportunities;
  const lang = useLang(offer);
  const Heading = level === 1 ? 'h2' : 'h4';
  return (
    <>
      {offer.descriptionHtml !== '' && (
        <section aria-labelledby="about">
          <Heading id="about">{t.about}</Heading>
          <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: offer.descriptionHtml }} />
        </section>
      )}
      <BarrierList offer={offer} level={level} />
      {offer.businessOffers !== '' && (
        <section aria-labelledby="business">
          <Heading id="business">{t.businessHeading({ name: offer.businessName })}</Heading>
          <p className="prose" lang={lang}>
            {offer.businessOffers}
          </p>
        </section>
      )}
    </>
  );
}

function useLang({ language }: OfferWords): string | undefined {
  const code = language.toLowerCase();
  return code === usePage().locale ? undefined : code;
}

function BarrierList({ offer, level }: Props) {
  const { words } = usePage();
  const t = words.site.opportunities;
  const [Heading, Subheading] = level === 1 ? (['h2', 'h3'] as const) : (['h4', 'h5'] as const);
  return (
    <section aria-labelledby="in-the-way">
      <Heading id="in-the-way">{t.wayHeading}</Heading>
      <ul className="ticks">
        {barrierSentencesOf(offer, words).map(({ text, isEasy: easy }) => (
          <li key={text} className={easy ? undefined : 'minds'}>
            <Icon name={easy ? 'check' : 'dot'} />
            {text}
          </li>
        ))}
      </ul>
      {offer.harmTags.length > 0 && (
        <>
          <Subheading>{t.goodToKnow}</Subheading>
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
