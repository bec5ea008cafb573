import { usePage } from '../request/page-context';
import { phaseOf } from './campaign-days';
import type { CampaignCardData } from './campaign-card';

export function CampaignState({ campaign }: { campaign: CampaignCardData }) {
  const { words, quarter } = usePage();
  const t = words.site.campaigns;
  const phase = phaseOf(campaign, quarter);
  switch (phase.kind) {
    case 'ended':
      return <p className="badge">{t.ended}</p>;
    case 'paused':
      return <p className="badge amber">{t.paused}</p>;
    case 'ahead':
      return <p className="badge">{t.soon}</p>;
    case 'ends':
      if (phase.daysLeft > 60) return null;
      return (
        <p className={phase.daysLeft <= 7 ? 'badge amber' : 'badge green'}>
          {phase.daysLeft === 0 ? t.lastDay : t.daysLeft({ n: phase.daysLeft })}
        </p>
      );
    case 'open':
      return null;
  }
}
