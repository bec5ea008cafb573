import { Title } from '@mantine/core';
import { useId } from 'react';
import { useWords } from '../../words/words';
import { AlertIcon, CheckIcon, CloseIcon, KeyIcon, MailIcon, PeopleIcon, PhoneIcon, TalkIcon } from '../ui/icons';
import classes from './safe-contact.module.css';

export interface Contact {
  channel: 'MAIL' | 'TEXT' | 'CALL' | 'ADVOCATE' | 'CODE';
  value: string | null;
  when: string | null;
  mayLeaveMessage: boolean | null;
}

/** A phone stands only where a call is safe: whoever glances at the picture must not be led to another way. */
const icons = { MAIL: MailIcon, TEXT: TalkIcon, CALL: PhoneIcon, ADVOCATE: PeopleIcon, CODE: KeyIcon } as const;

/**
 * How somebody may be reached without harm. No link dials or mails: a slip of the finger could reach whoever holds the
 * phone.
 */
export function SafeContact({ contact }: { contact: Contact }) {
  const { t, words } = useWords('advocacy');
  const { contact: say } = t.advocacy;
  const id = useId();
  const { channel, value, when } = contact;
  const Icon = icons[channel];
  return (
    <section className={classes.card} aria-labelledby={id}>
      <Title order={2} id={id}>
        {say.title}
      </Title>
      <p className={classes.channel}>
        <Icon size={16} />
        {words.enums.contactChannel[channel]}
      </p>
      {value && <p className={classes.value}>{value}</p>}
      {!value && say.withoutValue[channel] && <p className={classes.when}>{say.withoutValue[channel]}</p>}
      {when && (
        <p className={classes.when}>
          <span className={classes.label}>{say.when}</span>
          {when}
        </p>
      )}
      {channel !== 'CODE' && channel !== 'ADVOCATE' && <MayLeave contact={contact} />}
    </section>
  );
}

/** What is not said counts as no. */
function MayLeave({ contact: { channel, mayLeaveMessage } }: { contact: Contact }) {
  const { t } = useWords('advocacy');
  const { leave } = t.advocacy.contact;
  const may = mayLeaveMessage === null ? 'unsaid' : mayLeaveMessage ? 'yes' : 'no';
  const Icon = { yes: CheckIcon, no: CloseIcon, unsaid: AlertIcon }[may];
  return (
    <div className={classes.leave} data-may={may}>
      <Icon />
      <span>
        <strong>{leave.question}</strong>
        {leave[may]({ call: channel === 'CALL' })}
      </span>
    </div>
  );
}
