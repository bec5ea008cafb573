import { languageName, type Catalog } from '@upstander/web-kit';
import { RowFacts } from '../lists/row-facts';
import { postalAddress } from '../share/postal-address';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import type { Ease } from './eases';
import { payText, whereText } from './pay';
import type { OpportunityCardData } from './queries';

interface Props {
  offer: OpportunityCardData;
  /** Advantages over most other opportunities on the page. */
  eases: readonly Ease[];
}

/** The whole row is clickable; the link's name is only the title. */
export const OpportunityRow = cacheMarkup(function OpportunityRow({ offer, eases }: Props) {
  const { words, locale } = usePage();
  const t = words.site.opportunities;
  const language = offer.language.toLowerCase();
  return (
    // The stylesheet hides rows by these values.
    <li className="row offer" data-harm={offer.harmTags.join(' ') || undefined}>
      <h2>
        <a href={`/opportunities/${offer.slug}`} lang={language === locale ? undefined : language}>
          {offer.title}
        </a>
      </h2>
      <p className="row-facts">
        <RowFacts
          facts={[
            <b key="pay">{payText(offer, locale, words) ?? t.noPay}</b>,
            offer.hoursPerWeek !== null && t.hoursPerWeek({ n: offer.hoursPerWeek }),
            whereText({ ...offer, place: cityOf(offer.place) }, words),
          ]}
        />
      </p>
      <p className="row-facts">
        <RowFacts
          facts={[
            offer.businessName,
            offer.kind !== 'JOB' && words.enums.opportunityKind[offer.kind],
            language !== locale && languageName(locale, language),
          ]}
        />
      </p>
      <Exceptions offer={offer} eases={eases} words={words} />
    </li>
  );
});

function cityOf(place: string): string {
  return postalAddress(place).addressLocality ?? place;
}

/** Shows usual requirements that the opportunity does have, what it makes easier, and topics to know about first. */
function Exceptions({ offer, eases, words }: Props & { words: Catalog }) {
  const { barrier: easeNames, harmTag } = words.enums;
  const t = words.site.opportunities;
  const warnings = [
    offer.idNeeded && t.idNeeded,
    offer.backgroundCheck && t.backgroundCheck,
    ...offer.harmTags.map((harm) => harmTag[harm]),
  ].filter((text) => text !== false);
  if (warnings.length + eases.length === 0) return null;
  return (
    <p className="row-facts exceptions">
      <RowFacts
        facts={[
          ...warnings.map((text) => (
            <b className="amber" key={text}>
              {text}
            </b>
          )),
          ...eases.map((ease) => easeNames[ease]),
        ]}
      />
    </p>
  );
}
