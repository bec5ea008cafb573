import { amountFragment, graphql, type FragmentOf } from '@upstander/api-client';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { CampaignState } from './campaign-state';
import { Cover } from './cover';
import { Progress } from './progress';

export const campaignCard = graphql(
  `
    fragment CampaignCard on Campaign @_unmask {
      id
      slug
      title
      summary
      language
      status
      goal {
        ...Amount
      }
      raised {
        ...Amount
      }
      giftCount
      timeZone
      startsOn
      endsOn
      cover {
        url
        width
        height
        alt
      }
      organizerName
      acceptsGifts
    }
  `,
  [amountFragment],
);
export type CampaignCardData = FragmentOf<typeof campaignCard>;

/** The whole card is clickable; the link's name is only the title. */
export const CampaignCard = cacheMarkup(function CampaignCard({
  campaign,
  level = 2,
}: {
  campaign: CampaignCardData;
  level?: 2 | 3;
}) {
  const { words, locale } = usePage();
  const Heading = level === 2 ? 'h2' : 'h3';
  const language = campaign.language === locale ? undefined : campaign.language;
  return (
    <li className="card campaign-card">
      <Cover campaign={campaign} decorative className="card-cover" />
      <div className="card-body">
        <Heading>
          <a href={`/fundraisers/${campaign.slug}`} lang={language}>
            {campaign.title}
          </a>
        </Heading>
        {campaign.summary !== '' && (
          <p className="card-summary" lang={language}>
            {campaign.summary}
          </p>
        )}
        <Progress raised={campaign.raised} goal={campaign.goal} giftCount={campaign.giftCount} />
        <div className="card-foot">
          <span className="small">{words.site.campaigns.by({ name: campaign.organizerName })}</span>
          <CampaignState campaign={campaign} />
        </div>
      </div>
    </li>
  );
});
