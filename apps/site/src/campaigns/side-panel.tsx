import { ButtonLink } from '../frame/button';
import { Icon } from '../frame/icons';
import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { phaseOf } from './campaign-days';
import { Matching } from './matching';
import { Progress } from './progress';
import type { CampaignData } from './queries';
import { SuggestedAmounts } from './suggested-amounts';

export function SidePanel({ campaign }: { campaign: CampaignData }) {
  const { slug, raised, goal, giftCount, acceptsGifts, matching, status, timeZone, startsOn, endsOn } = campaign;
  const { currency, suggestedAmounts, isGeneral } = campaign;
  const days = { status, timeZone, startsOn, endsOn };
  const details = { currency, suggestedAmounts, isGeneral, ...days };
  return <Panel campaign={{ slug, raised, goal, giftCount, acceptsGifts, matching, ...details }} />;
}

type PanelData = Pick<
  CampaignData,
  | ('slug' | 'raised' | 'goal' | 'giftCount' | 'acceptsGifts' | 'matching')
  | ('status' | 'timeZone' | 'startsOn' | 'endsOn' | 'currency' | 'suggestedAmounts' | 'isGeneral')
>;

const Panel = cacheMarkup(function Panel({ campaign }: { campaign: PanelData }) {
  const { words, locale, quarter } = usePage();
  const t = words.site.campaign;
  const phase = phaseOf(campaign, quarter);
  const campaignPath = `/fundraisers/${campaign.slug}`;
  return (
    <section className="panel give-panel" aria-labelledby="progress-heading">
      <h2 id="progress-heading" className="hidden">
        {t.progress}
      </h2>
      <Progress
        raised={campaign.raised}
        goal={campaign.isGeneral ? null : campaign.goal}
        giftCount={campaign.giftCount}
        isLarge
        more={
          phase.kind !== 'ends'
            ? undefined
            : phase.daysLeft === 0
              ? words.site.campaigns.lastDay
              : words.site.campaigns.daysLeft({ n: phase.daysLeft })
        }
      />
      {campaign.acceptsGifts ? (
        <>
          <header className="give-button">
            <ButtonLink to={`${campaignPath}/give`} label={t.give} look="large" icon="heart" aria-label={t.giveNow} />
          </header>
          <Matching campaign={campaign} />
          <p className="small">{t.noTip}</p>
          <SuggestedAmounts campaign={campaign} />
          {phase.kind === 'ends' && (
            <p className="small">
              <Icon name="clock" /> {t.endsOn({ date: calendarDay(locale, phase.endsOn) })}
            </p>
          )}
          {!campaign.isGeneral && (
            <p>
              <ButtonLink to={`${campaignPath}/start-a-page`} label={t.startPage} look="quiet" />
            </p>
          )}
        </>
      ) : (
        <Closed campaign={campaign} />
      )}
    </section>
  );
});

function Closed({ campaign }: { campaign: PanelData }) {
  const { words, locale, quarter } = usePage();
  const t = words.site.campaign;
  const phase = phaseOf(campaign, quarter);
  if (campaign.status !== 'LIVE' && campaign.status !== 'PAUSED' && campaign.status !== 'ENDED') return null;
  return (
    <>
      <p className="closed-title">
        <b>{phase.kind === 'ahead' ? t.notYetTitle : phase.kind === 'ended' ? t.endedTitle : t.pausedTitle}</b>
      </p>
      <p>
        {phase.kind === 'ahead'
          ? `${t.notYet({ date: calendarDay(locale, phase.startsOn) })}.`
          : phase.kind === 'ended'
            ? t.endedText
            : t.pausedText}
      </p>
      <p>
        <ButtonLink to="/fundraisers" label={t.otherCampaigns} look="quiet" />
      </p>
    </>
  );
}
