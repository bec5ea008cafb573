import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';
import type { MyFundraiserData } from './queries';

interface Says {
  title: string;
  text: string;
  icon: Parameters<typeof Icon>[0]['name'];
  tone?: 'amber' | 'clay';
}

/** Where the fundraiser stands, what the reviewer wrote, and the button that hands it in. */
export function FundraiserMoment({ mine, here }: { mine: MyFundraiserData; here: string }) {
  const { words } = usePage();
  const t = words.site.fundraiser;
  const { title, text, icon, tone } = useSays(mine);
  const showsNote = mine.reviewNote !== null && (mine.status === 'CHANGES_REQUESTED' || mine.status === 'REFUSED');
  return (
    <>
      <p className={tone === undefined ? 'seal' : `seal ${tone}`}>
        <Icon name={icon} />
      </p>
      <h1>{title}</h1>
      {text !== '' && <p className="lead">{text}</p>}
      {showsNote && (
        <blockquote className="note amber words">
          <p className="small">{t.reviewNote}</p>
          <p>{mine.reviewNote}</p>
        </blockquote>
      )}
      {mine.status === 'UNCONFIRMED' && (
        <form className="actions" method="post" action={here}>
          <button className="button large" name="do" value="confirm">
            {t.confirm}
          </button>
        </form>
      )}
    </>
  );
}

function useSays({ status }: MyFundraiserData): Says {
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
