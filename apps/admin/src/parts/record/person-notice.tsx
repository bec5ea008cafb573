import { useWords } from '../../words/words';
import { formatDateTime } from '../ui/dates';
import { MailIcon } from '../ui/icons';
import classes from './record.module.css';

export interface PersonNotice {
  state: 'READY' | 'WAITING' | 'SENT' | 'FAILED' | 'NOT_CHOSEN' | 'NO_MESSAGES' | 'OTHER_CHANNEL' | 'NOT_SET_UP';
  nextAt: string | null;
  sentAt: string | null;
}

/** Shows before a message is sent if an email announces it, when, and why not. */
export function PersonNoticeText({ notice: { state, nextAt, sentAt } }: { notice: PersonNotice }) {
  const { t, locale } = useWords('advocacy');
  const texts = t.advocacy.talk.notice;
  const text = () => {
    if (state === 'READY' || state === 'WAITING')
      return nextAt === null ? texts.noTime : texts[state]({ when: formatDateTime(locale, nextAt) });
    return state === 'SENT'
      ? texts.SENT({ sent: sentAt === null ? '' : formatDateTime(locale, sentAt) })
      : texts[state];
  };
  return (
    <p className={classes.notice} role="status">
      <MailIcon size={16} />
      <span>{text()}</span>
    </p>
  );
}
