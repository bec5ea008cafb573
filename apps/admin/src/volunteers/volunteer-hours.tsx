import { Text } from '@mantine/core';
import { hoursText } from '@upstander/web-kit';
import { DataTable } from '../parts/lists/data-table';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { calendarDay } from '../parts/ui/when';
import { useWords } from '../words/words';
import { HoursLetter } from './hours-letter';
import type { VolunteerDetails } from './queries';

/** What a volunteer gave: the sum, and each time with who changed it and why. */
export function VolunteerHours({ volunteer }: { volunteer: VolunteerDetails }) {
  const { t, locale } = useWords('volunteers');
  const say = t.volunteers.hours;
  const { hours, hoursTotal } = volunteer;
  if (hours.length === 0) return null;
  return (
    <Section title={say.heading} apart>
      <Text mb="xs">
        {say.total({
          time: hoursText(locale, hoursTotal.minutes),
          lately: hoursText(locale, hoursTotal.minutesLastYear),
        })}
      </Text>
      <HoursLetter volunteer={volunteer} />
      <DataTable
        label={say.heading}
        rows={hours}
        idOf={({ id }) => id}
        columns={[
          {
            key: 'what',
            header: say.done,
            onCard: 'title',
            cell: ({ what }) => what,
            under: ({ corrections }) =>
              corrections.map(({ by, reason, minutesBefore }) =>
                say.corrected({ by: by ?? '', reason, before: hoursText(locale, minutesBefore) }),
              ),
          },
          { key: 'day', header: say.day, cell: ({ day }) => calendarDay(locale, day) },
          { key: 'minutes', header: say.time, cell: ({ minutes }) => hoursText(locale, minutes) },
          {
            key: 'status',
            header: say.status,
            onCard: 'corner',
            cell: ({ status }) => <StatusBadge kind="hoursStatus" status={status} />,
          },
        ]}
      />
    </Section>
  );
}
