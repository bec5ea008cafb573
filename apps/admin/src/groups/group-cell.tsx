import { hoursText } from '@upstander/web-kit';
import type { RosterEntry } from '../roster/roster';
import { useWords } from '../words/words';
import { membersOf } from './group-members';
import classes from './groups.module.css';

/** The people of a group on the roster: one line that expands to names and unnamed spots. */
export function GroupCell({ entry }: { entry: RosterEntry }) {
  const { t, labels, locale } = useWords('groups');
  const { guests, guestNames, absentGuests, status, name, minutes } = entry;
  const people = 1 + guests;
  const named = 1 + guestNames.filter(Boolean).length;
  const hasCome = status === 'CHECKED_IN' || status === 'COMPLETED';
  const summary = hasCome
    ? labels.summaryHere({ here: people - absentGuests.length, people, named })
    : labels.summary({ people, named });
  const hours = minutes === null ? null : hoursText(locale, minutes);
  return (
    <details className={classes.group}>
      <summary aria-label={`${summary}: ${entry.groupName}`}>{summary}</summary>
      <ol>
        <li>
          {name} <span>· {[t.common.contact, hours].filter(Boolean).join(' · ')}</span>
        </li>
        {membersOf(entry).map((member) => (
          <li key={member.number} data-unnamed={member.name === '' || undefined}>
            {member.name || labels.unnamed}
            <span>
              {[member.isMinor && t.shared.under18, hasCome && member.isAbsent ? t.shared.absent : member.name && hours]
                .filter(Boolean)
                .map((note) => ` · ${note}`)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
