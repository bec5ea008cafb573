import { StatusPanel, type StatusPanelProps } from '../frame/status-panel';
import { usePage } from '../request/page-context';
import { ConfirmForm } from './confirm-form';
import type { MyFundraiserData } from './queries';

export function FundraiserStatus({ fundraiser, currentPath }: { fundraiser: MyFundraiserData; currentPath: string }) {
  const { words, contactEmail } = usePage();
  const t = words.site.fundraiser;
  const hasReviewNote =
    fundraiser.reviewNote !== null && (fundraiser.status === 'CHANGES_REQUESTED' || fundraiser.status === 'REFUSED');
  return (
    <>
      <StatusPanel {...useStatusPanel(fundraiser)} />
      {hasReviewNote && (
        <blockquote className="note amber words">
          <p className="small">{t.reviewNote}</p>
          <p>{fundraiser.reviewNote}</p>
        </blockquote>
      )}
      {(fundraiser.status === 'PAUSED' || fundraiser.status === 'REFUSED') && (
        <p>
          {words.frame.writeToUs} <a href={`mailto:${contactEmail}`}>{contactEmail}</a>
        </p>
      )}
      {fundraiser.status === 'UNCONFIRMED' && <ConfirmForm currentPath={currentPath} />}
    </>
  );
}

function useStatusPanel({ status }: MyFundraiserData): StatusPanelProps {
  const t = usePage().words.site.fundraiser;
  switch (status) {
    case 'UNCONFIRMED':
      return { title: t.confirmTitle, text: t.confirmText, icon: 'person', tone: 'amber' };
    case 'DRAFT':
      return { title: t.draftTitle, text: t.draftText, icon: 'clock', tone: 'amber' };
    case 'IN_REVIEW':
      return { title: t.reviewTitle, text: t.reviewText, icon: 'clock', tone: 'amber' };
    case 'CHANGES_REQUESTED':
      return { title: t.changesTitle, text: t.changesText, icon: 'speech', tone: 'amber' };
    case 'REFUSED':
      return { title: t.refusedTitle, text: '', icon: 'alert', tone: 'clay' };
    case 'LIVE':
      return { title: t.liveTitle, text: t.liveText, icon: 'heart' };
    case 'PAUSED':
      return { title: t.pausedTitle, text: t.pausedText, icon: 'clock', tone: 'amber' };
    case 'ENDED':
      return { title: t.endedTitle, text: t.endedText, icon: 'check' };
  }
}
