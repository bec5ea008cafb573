import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import type { CampaignData } from './queries';

type FactsData = Pick<CampaignData, 'beneficiary' | 'organizerName' | 'chapterName'>;

export function CampaignFacts({ campaign: { beneficiary, organizerName, chapterName } }: { campaign: CampaignData }) {
  return <Facts campaign={{ beneficiary, organizerName, chapterName }} />;
}

const Facts = cacheMarkup(function Facts({ campaign }: { campaign: FactsData }) {
  const { words, organizationName } = usePage();
  const t = words.site.campaign;
  const { beneficiary } = campaign;
  const website = beneficiary.website !== null && /^https?:\/\//.test(beneficiary.website) ? beneficiary.website : null;
  return (
    <dl className="facts">
      <div>
        <dt>
          <Icon name="heart" />
          {t.beneficiary}
        </dt>
        <dd>
          <b>{beneficiary.kind === 'OWN' ? t.ownBeneficiary({ name: organizationName }) : beneficiary.name}</b>
          {beneficiary.registrationNumber !== null && (
            <>
              <br />
              <span className="small">{t.registration({ number: beneficiary.registrationNumber })}</span>
            </>
          )}
          {website !== null && (
            <>
              <br />
              <a href={website} rel="noreferrer">
                {new URL(website).host}
              </a>
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>
          <Icon name="person" />
          {t.organizer}
        </dt>
        <dd>
          {campaign.organizerName}
          {campaign.chapterName !== null && (
            <>
              <br />
              <span className="small">{campaign.chapterName}</span>
            </>
          )}
        </dd>
      </div>
    </dl>
  );
});
