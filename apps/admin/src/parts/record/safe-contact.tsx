import { Title } from '@mantine/core';
import { useId } from 'react';
import { hourName, listText, weekdayName, zoneName } from '@upstander/web-kit';
import { useWords } from '../../words/words';
import { AlertIcon, CheckIcon, CloseIcon, KeyIcon, MailIcon, PeopleIcon, PhoneIcon, TalkIcon } from '../ui/icons';
import classes from './safe-contact.module.css';

export interface Contact {
  channel: 'MAIL' | 'TEXT' | 'CALL' | 'ADVOCATE' | 'CODE';
  value: string | null;
  when: string | null;
  mayLeaveMessage: boolean | null;
  notice: NoticeChoice | null;
}

type NoticeChannel = 'TEXT' | 'other';

/** Returns the channel as the texts distinguish it. */
export const noticeChannelOf = (channel: Contact['channel']): NoticeChannel => (channel === 'TEXT' ? 'TEXT' : 'other');

/** When and how an email or a text may say that there's something new. */
interface NoticeChoice {
  days: readonly string[];
  fromHour: number;
  untilHour: number;
  timeZone: string;
  senderName: string | null;
  namesOrganization: boolean;
}

const weekdays = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];

/** The phone icon is used only if calling is safe, so that a glance can't mislead. */
const icons = { MAIL: MailIcon, TEXT: TalkIcon, CALL: PhoneIcon, ADVOCATE: PeopleIcon, CODE: KeyIcon } as const;

/** No tel: or mailto: links, because an accidental tap could alert the person holding the phone. */
export function SafeContact({ contact }: { contact: Contact }) {
  const { t, words } = useWords('advocacy');
  const { contact: labels } = t.advocacy;
  const id = useId();
  const { channel, value, when } = contact;
  const Icon = icons[channel];
  return (
    <section className={classes.card} aria-labelledby={id}>
      <Title order={2} id={id}>
        {labels.title}
      </Title>
      <p className={classes.channel}>
        <Icon size={16} />
        {words.enums.contactChannel[channel]}
      </p>
      {value && <p className={classes.value}>{value}</p>}
      {!value && labels.withoutValue[channel] && <p className={classes.when}>{labels.withoutValue[channel]}</p>}
      {when && (
        <p className={classes.when}>
          <span className={classes.label}>{labels.when}</span>
          {when}
        </p>
      )}
      {channel !== 'CODE' && channel !== 'ADVOCATE' && <MessagePermission contact={contact} />}
      {contact.notice && <NoticeChoiceText notice={contact.notice} channel={noticeChannelOf(channel)} />}
    </section>
  );
}

/** A missing answer counts as no. */
function MessagePermission({ contact: { channel, mayLeaveMessage } }: { contact: Contact }) {
  const { t } = useWords('advocacy');
  const { leave } = t.advocacy.contact;
  const permission = mayLeaveMessage === null ? 'unsaid' : mayLeaveMessage ? 'yes' : 'no';
  const Icon = { yes: CheckIcon, no: CloseIcon, unsaid: AlertIcon }[permission];
  return (
    <div className={classes.leave} data-may={permission}>
      <Icon />
      <span>
        <strong>{leave.question}</strong>
        {leave[permission]({ call: channel === 'CALL' })}
      </span>
    </div>
  );
}

function NoticeChoiceText({ notice, channel }: { notice: NoticeChoice; channel: NoticeChannel }) {
  const { t, locale } = useWords('advocacy');
  const labels = t.advocacy.contact.notice;
  const { days, fromHour, untilHour, timeZone, senderName, namesOrganization } = notice;
  const dayNames = weekdays.flatMap((day, index) => (days.includes(day) ? [weekdayName(locale, index + 1)] : []));
  const times = {
    days: listText(locale, dayNames),
    from: hourName(locale, fromHour),
    until: hourName(locale, untilHour),
    zone: zoneName(locale, timeZone),
  };
  return (
    <p className={classes.when}>
      <span className={classes.label}>{labels.title({ channel })}</span>
      {labels.hours(times)}
      <br />
      {senderName ? labels.sender({ channel, name: senderName }) : labels.noSender({ channel })}
      <br />
      {namesOrganization ? labels.named({ channel }) : labels.unnamed({ channel })}
    </p>
  );
}
