import { contentLang, languageName, listText, type Locale } from '@upstander/web-kit';
import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import { RowFacts } from '../lists/row-facts';
import { milesFrom } from './filter';
import type { ServiceCardData } from './queries';

/** The whole row is clickable; the phone number calls. */
export function ServiceRow({ service }: { service: ServiceCardData }) {
  const { words, locale, language } = usePage();
  const t = words.site.services;
  const { slug, name, organizationName, distanceKm, languages, phone, isFictional } = service;
  return (
    <li className="row">
      <h2>
        <a href={`/help/services/${slug}`}>{name}</a>
      </h2>
      <p className="row-facts">
        <RowFacts
          facts={[
            organizationName !== name && organizationName,
            isFictional && <b className="amber">{t.isFictional}</b>,
          ]}
        />
      </p>
      <p className="row-facts">
        <RowFacts
          facts={[
            locationOf(service, locale, t.placeIsKept),
            distanceKm !== null && t.miles({ n: milesFrom(distanceKm) }),
            service.needs.map((need) => words.enums.serviceNeed[need]).join(', '),
            languages.map((code) => languageName(language, code)).join(', '),
          ]}
        />
      </p>
      {phone !== null && (
        <div className="row-action">
          <CallService phone={phone} name={name} />
        </div>
      )}
    </li>
  );
}

export function Description({ service }: { service: Pick<ServiceCardData, 'description' | 'descriptionEs'> }) {
  const { locale, language } = usePage();
  const isSpanish = locale === 'es' && service.descriptionEs !== '';
  return (
    <p lang={locale === 'es' && !isSpanish ? 'en' : contentLang(language, service.description)}>
      {isSpanish ? service.descriptionEs : service.description}
    </p>
  );
}

export function CallService({ phone, name }: { phone: string; name: string }) {
  const { words } = usePage();
  const phoneText = formatPhone(phone);
  return (
    <a className="call" href={`tel:${phone}`} aria-label={words.enums.helpLine.call({ name, number: phoneText })}>
      <Icon name="phone" />
      {phoneText}
    </a>
  );
}

type Place = Pick<ServiceCardData, 'city' | 'area' | 'areaEs' | 'servedAreaNames' | 'isAddressConfidential'>;

/** Returns the area served if the city is confidential. Mentions if the address is given only by phone. */
export function locationOf(place: Place, locale: Locale, placeIsKept: string): string {
  return [place.city || servedBy(place, locale), place.isAddressConfidential && placeIsKept]
    .filter(Boolean)
    .join(' · ');
}

/** Prefers staff's description to the names of states and counties. */
export function servedBy(
  { area, areaEs, servedAreaNames }: Omit<Place, 'city' | 'isAddressConfidential'>,
  locale: Locale,
): string {
  return (locale === 'es' ? areaEs || area : area) || listText(locale, servedAreaNames);
}

function formatPhone(phone: string): string {
  const [, area, prefix, lineNumber] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phone) ?? [];
  return area === undefined ? phone : `${area}-${prefix}-${lineNumber}`;
}
