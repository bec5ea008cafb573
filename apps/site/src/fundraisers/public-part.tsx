import type { MoneyValue } from '@upstander/web-kit';
import { Progress } from '../campaigns/progress';
import { ShareLinks } from '../campaigns/share';
import { ButtonLink } from '../frame/button';
import { ownFile } from '../frame/own-file';
import { usePage } from '../request/page-context';

interface Props {
  fundraiser: { title: string; raised: MoneyValue; goal: MoneyValue | null; giftCount: number };
  url: string;
}

export function PublicFundraiserPreview({ fundraiser, url }: Props) {
  const { words, publicUrl } = usePage();
  const path = ownFile(url);
  return (
    <section className="panel" aria-label={words.site.campaign.progress}>
      <Progress raised={fundraiser.raised} goal={fundraiser.goal} giftCount={fundraiser.giftCount} isLarge />
      <p className="actions">
        <ButtonLink to={path} label={words.site.fundraiser.seePage} look="quiet" arrow />
      </p>
      <ShareLinks url={publicUrl + (path ?? '')} title={fundraiser.title} />
    </section>
  );
}
