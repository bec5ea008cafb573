import { LinkGone } from '../frame/plain-page';
import { usePage } from '../request/page-context';

export function FundraiserLinkGone() {
  const { fundraiser, campaign } = usePage().words.site;
  return <LinkGone words={fundraiser} to="/fundraisers" label={campaign.otherCampaigns} />;
}
