import { languageName } from '@upstander/web-kit';
import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { payText, whereText } from './pay';
import type { OpportunityCardData } from './queries';

/** The whole card is clickable; the link's name is only the title. */
export const OpportunityCard = cacheMarkup(function OpportunityCard({ offer }: { offer: OpportunityCardData }) {
  const { words, locale } = usePage();
  const t = words.site.opportunities;
  const language = offer.language.toLowerCase();
  const pay = payText(offer, locale, words);
  return (
    // The stylesheet hides cards by these values.
    <li className="card offer" data-harm={offer.harmTags.join(' ') || undefined}>
      <div className="card-body">
        <p className="small">
          {words.enums.opportunityKind[offer.kind]}
          {language !== locale && ` · ${languageName(locale, language)}`}
        </p>
        <h2>
          <a href={`/opportunities/${offer.slug}`} lang={language === locale ? undefined : language}>
            {offer.title}
          </a>
        </h2>
        <p>{t.at({ business: offer.businessName, city: offer.businessCity })}</p>
        <p className="card-facts">
          {pay !== null && (
            <span>
              <Icon name="coins" />
              {pay}
            </span>
          )}
          {offer.hoursPerWeek !== null && (
            <span>
              <Icon name="clock" />
              {t.hoursPerWeek({ n: offer.hoursPerWeek })}
            </span>
          )}
          <span>
            <Icon name="place" />
            {whereText(offer, words)}
          </span>
        </p>
        <MissingBarriers offer={offer} />
      </div>
    </li>
  );
});

/** Shows barriers this job doesn't have, and topics readers may want to know about first. */
function MissingBarriers({ offer }: { offer: OpportunityCardData }) {
  const { barrier: t, harmTag } = usePage().words.enums;
  const easeTexts = [
    !offer.idNeeded && t.NO_ID,
    !offer.backgroundCheck && t.NO_BACKGROUND_CHECK,
    offer.trainingPaid && t.PAID_TRAINING,
    offer.childcareHours && t.CHILDCARE_HOURS,
    offer.transport !== '' && t.TRANSPORT,
    offer.equipment !== '' && t.EQUIPMENT,
  ].filter((text) => typeof text === 'string');
  if (easeTexts.length + offer.harmTags.length === 0) return null;
  return (
    <p className="eases">
      {easeTexts.map((text) => (
        <span className="badge green" key={text}>
          {text}
        </span>
      ))}
      {offer.harmTags.map((harm) => (
        <span className="badge amber" key={harm}>
          {harmTag[harm]}
        </span>
      ))}
    </p>
  );
}
