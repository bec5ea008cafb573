import type { ResultOf } from '@upstander/api-client';
import type { OneService } from './queries';

type Service = NonNullable<ResultOf<typeof OneService>['service']>;

/**
 * https://schema.org/Service. A service with a confidential address has no location here, not even its city, only the
 * area it serves.
 */
export function serviceData(service: Service, { url, spanish }: { url: string; spanish: boolean }) {
  const { phone, email, address, city, region, postcode, languages } = service;
  const hasLocation = !service.isAddressConfidential && address !== '';
  return {
    '@type': 'Service',
    name: service.name,
    description: (spanish && service.descriptionEs) || service.description || undefined,
    url,
    provider: { '@type': 'Organization', name: service.organizationName, url: service.url ?? undefined },
    areaServed: service.servedAreaNames.length > 0 ? service.servedAreaNames : undefined,
    availableChannel: {
      '@type': 'ServiceChannel',
      availableLanguage: languages,
      servicePhone: phone === null ? undefined : { '@type': 'ContactPoint', telephone: phone },
      serviceUrl: service.url ?? (email === null ? undefined : `mailto:${email}`),
      serviceLocation: hasLocation
        ? {
            '@type': 'Place',
            name: service.organizationName,
            address: {
              '@type': 'PostalAddress',
              streetAddress: address,
              addressLocality: city || undefined,
              addressRegion: region || undefined,
              postalCode: postcode || undefined,
            },
          }
        : undefined,
    },
  };
}
