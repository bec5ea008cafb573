import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { hoursText } from '@upstander/web-kit';
import { DataTable } from '../parts/lists/data-table';
import { PlusIcon } from '../parts/ui/icons';
import { IfMayChange } from '../parts/ui/page-access';
import { Section } from '../parts/ui/section';
import { calendarDay } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { AddHours } from './add-hours';
import { HoursLetter } from './hours-letter';
import type { VolunteerDetails } from './queries';
import classes from './volunteers.module.css';

export function VolunteerHours({ volunteer }: { volunteer: VolunteerDetails }) {
  const { t } = useWords('volunteers');
  const labels = t.volunteers.hours;
  const { hours } = volunteer;
  const [isAdding, addToggle] = useDisclosure(false);
  return (
    <Section title={t.common.hours} hasSpaceAbove>
      <IfMayChange>
        <Button variant="default" leftSection={<PlusIcon />} onClick={addToggle.open} mb="xs">
          {t.common.addHours}
        </Button>
      </IfMayChange>
      <AddHours opened={isAdding} onClose={addToggle.close} volunteer={volunteer} />
      {hours.length === 0 ? <p className={classes.none}>{labels.none}</p> : <RecordedHours volunteer={volunteer} />}
    </Section>
  );
}

function RecordedHours({ volunteer }: { volunteer: VolunteerDetails }) {
  const { t, locale } = useWords('volunteers');
  const labels = t.volunteers.hours;
  const { hours, hoursTotal } = volunteer;
  return (
    <>
      <Text mb="xs">
        {labels.total({
          time: hoursText(locale, hoursTotal.minutes),
          lately: hoursText(locale, hoursTotal.minutesLastYear),
        })}
      </Text>
      <HoursLetter volunteer={volunteer} />
      <DataTable
        label={t.common.hours}
        rows={hours}
        idOf={({ id }) => id}
        columns={[
          {
            key: 'activity',
            header: labels.done,
            mobile: 'title',
            render: ({ activity }) => activity,
            secondary: ({ note, status, decidedByName, corrections }) => [
              note,
              ...corrections.map(({ by, reason, minutesBefore }) =>
                labels.corrected({ by: by ?? '', reason, before: hoursText(locale, minutesBefore) }),
              ),
              status === 'APPROVED' && decidedByName && labels.decidedBy({ name: decidedByName }),
            ],
          },
          { key: 'day', header: labels.day, render: ({ day }) => calendarDay(locale, day) },
          { key: 'minutes', header: t.shared.time, render: ({ minutes }) => hoursText(locale, minutes) },
          { key: 'status', header: t.common.status, badge: 'hoursStatus', mobile: 'corner' },
        ]}
      />
    </>
  );
}
