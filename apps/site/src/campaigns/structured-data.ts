import { decimalText } from '@upstander/web-kit';
import { localDay, localInstant } from '../share/local-time';
import type { CampaignData } from './queries';

/** https://schema.org/DonateAction, with `<` escaped, so that no title can end the data block and start a script. */
export function structuredData(campaign: CampaignData, publicUrl: string, organizationName: string): string {
  const url = `${publicUrl}/fundraisers/${campaign.slug}`;
  const organization = { '@type': 'NGO', name: organizationName, url: publicUrl };
  const recipient =
    campaign.beneficiary.kind === 'OWN' ? organization : { '@type': 'NGO', name: campaign.beneficiary.name };
  const data = {
    '@context': 'https://schema.org',
    '@type': 'DonateAction',
    name: campaign.title,
    description: campaign.summary === '' ? undefined : campaign.summary,
    url,
    image: campaign.cover === null ? undefined : new URL(campaign.cover.url, publicUrl).href,
    actionStatus: `https://schema.org/${campaign.acceptsGifts ? 'PotentialActionStatus' : 'CompletedActionStatus'}`,
    startTime: startOf(campaign),
    endTime: campaign.endsOn === null ? undefined : localDay(campaign.endsOn, campaign.timeZone, { atEnd: true }),
    recipient,
    provider: organization,
    target: campaign.acceptsGifts ? { '@type': 'EntryPoint', urlTemplate: `${url}/give` } : undefined,
    priceSpecification: {
      '@type': 'PriceSpecification',
      minPrice: decimalText(campaign.minimum),
      priceCurrency: campaign.currency,
    },
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

function startOf({ startsOn, publishedAt, timeZone }: CampaignData): string | undefined {
  if (startsOn !== null) return localDay(startsOn, timeZone);
  return publishedAt === null ? undefined : localInstant(publishedAt, timeZone);
}
