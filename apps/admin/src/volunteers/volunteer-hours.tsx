import { Text } from '@mantine/core';
import { hoursText } from '@upstander/web-kit';
import { DataTable } from '../parts/lists/data-table';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { calendarDay } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { HoursLetter } from './hours-letter';
import type { VolunteerDetails } from './queries';

export function VolunteerHours({ volunteer }: { volunteer: VolunteerDetails }) {
  const { t, locale } = useWords('volunteers');
  const labels = t.volunteers.hours;
  const { hours, hoursTotal } = volunteer;
  if (hours.length === 0) return null;
  return (
    <Section title={labels.heading} hasSpaceAbove>
      <Text mb="xs">
        {labels.total({
          time: hoursText(locale, hoursTotal.minutes),
          lately: hoursText(locale, hoursTotal.minutesLastYear),
        })}
      </Text>
      <HoursLetter volunteer={volunteer} />
      <DataTable
        label={labels.heading}
        rows={hours}
        idOf={({ id }) => id}
        columns={[
          {
            key: 'activity',
            header: labels.done,
            mobile: 'title',
            render: ({ activity }) => activity,
            secondary: ({ corrections }) =>
              corrections.map(({ by, reason, minutesBefore }) =>
                labels.corrected({ by: by ?? '', reason, before: hoursText(locale, minutesBefore) }),
              ),
          },
          { key: 'day', header: labels.day, render: ({ day }) => calendarDay(locale, day) },
          { key: 'minutes', header: labels.time, render: ({ minutes }) => hoursText(locale, minutes) },
          {
            key: 'status',
            header: labels.status,
            mobile: 'corner',
            render: ({ status }) => <StatusBadge kind="hoursStatus" status={status} />,
          },
        ]}
      />
    </Section>
  );
}
