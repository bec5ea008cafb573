import { useWords } from '../../words/words';
import { formatDateTime } from '../ui/dates';
import { MailIcon, TalkIcon } from '../ui/icons';
import { noticeChannelOf, type Contact } from './safe-contact';
import classes from './record.module.css';

export interface PersonNotice {
  state:
    | 'READY'
    | 'WAITING'
    | 'SENT'
    | 'FAILED'
    | 'STOPPED'
    | 'NOT_CHOSEN'
    | 'NO_MESSAGES'
    | 'OTHER_CHANNEL'
    | 'NOT_SET_UP';
  nextAt: string | null;
  sentAt: string | null;
}

interface Props {
  notice: PersonNotice;
  channel: Contact['channel'];
}

/** Shows before a message is sent if an email or a text announces it, when, and why not. */
export function PersonNoticeText({ notice: { state, nextAt, sentAt }, channel: contactChannel }: Props) {
  const { t, locale } = useWords('advocacy');
  const texts = t.advocacy.talk.notice;
  const channel = noticeChannelOf(contactChannel);
  const Icon = channel === 'TEXT' ? TalkIcon : MailIcon;
  const text = () => {
    if (state === 'READY' || state === 'WAITING')
      return nextAt === null ? texts.noTime : texts[state]({ channel, when: formatDateTime(locale, nextAt) });
    return state === 'SENT'
      ? texts.SENT({ channel, sent: sentAt === null ? '' : formatDateTime(locale, sentAt) })
      : state === 'FAILED' || state === 'NOT_SET_UP'
        ? texts[state]({ channel })
        : texts[state];
  };
  return (
    <p className={classes.notice} role="status">
      <Icon size={16} />
      <span>{text()}</span>
    </p>
  );
}
