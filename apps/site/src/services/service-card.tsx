import { languageName, listText, type Locale } from '@upstander/web-kit';
import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import { milesFrom } from './filter';
import type { ServiceCardData } from './queries';

export function ServiceCard({ service }: { service: ServiceCardData }) {
  const { words, locale } = usePage();
  const t = words.site.services;
  const { slug, name, organizationName, distanceKm, languages, phone, isFictional } = service;
  const locationText = locationOf(service, locale, t.placeIsKept);
  return (
    <li className="panel">
      <h2>
        <a href={`/help/services/${slug}`}>{name}</a>
      </h2>
      <p>
        {organizationName}
        {isFictional && (
          <>
            {' '}
            <span className="badge">{t.isFictional}</span>
          </>
        )}
      </p>
      <Description service={service} />
      <p className="card-facts">
        {locationText !== '' && (
          <span>
            <Icon name="place" />
            {locationText}
            {distanceKm !== null && ` (${t.miles({ n: milesFrom(distanceKm) })})`}
          </span>
        )}
        {languages.length > 0 && (
          <span>
            <Icon name="speech" />
            {listText(
              locale,
              languages.map((code) => languageName(locale, code)),
            )}
          </span>
        )}
        <span>
          <Icon name="check" />
          {listText(
            locale,
            service.needs.map((need) => words.enums.serviceNeed[need]),
          )}
        </span>
      </p>
      {phone !== null && <CallService phone={phone} name={name} />}
    </li>
  );
}

export function Description({ service }: { service: Pick<ServiceCardData, 'description' | 'descriptionEs'> }) {
  const { locale } = usePage();
  const isSpanish = locale === 'es' && service.descriptionEs !== '';
  return (
    <p lang={locale === 'es' && !isSpanish ? 'en' : undefined}>
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

/**
 * Returns the city, or the area served if the city is confidential.
 * It mentions if the address is given only by phone.
 */
export function locationOf(place: Place, locale: Locale, placeIsKept: string): string {
  return [place.city || servedBy(place, locale), place.isAddressConfidential && placeIsKept]
    .filter(Boolean)
    .join(' · ');
}

/** Returns the area a service serves: as described by staff, else the names of its states and counties. */
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
