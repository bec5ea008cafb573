import { decimalText } from '@upstander/web-kit';
import { postalAddress } from '../share/postal-address';
import type { OpportunityData } from './queries';

const unitTexts = { HOUR: 'HOUR', DAY: 'DAY', WEEK: 'WEEK', MONTH: 'MONTH', YEAR: 'YEAR', ONCE: null } as const;

/** Weekly hours from which work counts as full-time in the United States (Bureau of Labor Statistics). */
const fullTime = 35;

/**
 * Returns https://schema.org/JobPosting as text for a data block, or null. Only for opportunities that the business and
 * staff both marked public: markup of the others would list the workplaces of people who fled.
 */
export function structuredData(offer: OpportunityData, publicUrl: string): string | null {
  if (!offer.isPublic || (offer.kind !== 'JOB' && offer.kind !== 'INTERNSHIP')) return null;
  const unitText = offer.pay && unitTexts[offer.pay.unit];
  const data = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: offer.title,
    identifier: { '@type': 'PropertyValue', name: offer.businessName, value: offer.id },
    description: offer.descriptionHtml === '' ? offer.title : offer.descriptionHtml,
    datePosted: offer.publishedAt,
    validThrough: offer.expiresAt,
    employmentType: employmentType(offer),
    hiringOrganization: { '@type': 'Organization', name: offer.businessName },
    jobLocation:
      offer.place === ''
        ? undefined
        : {
            '@type': 'Place',
            address: addressOf(offer),
          },
    jobLocationType: offer.remote ? 'TELECOMMUTE' : undefined,
    applicantLocationRequirements: offer.remote ? { '@type': 'Country', name: offer.businessCountry } : undefined,
    jobStartDate: offer.startsOn ?? undefined,
    baseSalary:
      offer.pay && unitText
        ? {
            '@type': 'MonetaryAmount',
            currency: offer.pay.min.currency,
            value: {
              '@type': 'QuantitativeValue',
              minValue: decimalText(offer.pay.min),
              maxValue: decimalText(offer.pay.max),
              unitText,
            },
          }
        : undefined,
    url: `${publicUrl}/opportunities/${offer.slug}`,
    directApply: true,
  };
  // Escaped, so that no text can end the block and start a script.
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/** Omitted if the hours are unknown. */
function employmentType({ kind, hoursPerWeek }: OpportunityData): string | undefined {
  if (kind === 'INTERNSHIP') return 'INTERN';
  if (hoursPerWeek === null) return undefined;
  return hoursPerWeek >= fullTime ? 'FULL_TIME' : 'PART_TIME';
}

/** A place is an address, or a city if it has no comma. */
function addressOf({ place, businessCountry: country }: OpportunityData) {
  return place.includes(',')
    ? postalAddress(place, { country })
    : { '@type': 'PostalAddress', addressLocality: place, addressCountry: country };
}
