import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { hoursText } from '@upstander/web-kit';
import { useState } from 'react';
import { Link } from 'react-router';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { CheckIcon, PlusIcon } from '../parts/ui/icons';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { AddHours } from './add-hours';
import { HoursDecision } from './hours-decision';
import { hoursToDecideQuery, type HoursRow } from './queries';

export function HoursList() {
  const { t, locale } = useWords('volunteers');
  const [hoursToDecide, setHoursToDecide] = useState<HoursRow | null>(null);
  const [isAdding, addToggle] = useDisclosure(false);
  const labels = t.volunteers.hours;
  return (
    <ListPage
      name="hours-to-decide"
      labels={labels}
      buttons={
        <Button leftSection={<PlusIcon />} onClick={addToggle.open}>
          {t.common.addHours}
        </Button>
      }
      document={hoursToDecideQuery}
      variables={{}}
      first={50}
      path="hoursToDecide"
      emptyState={{ title: t.common.caughtUp, text: labels.noneText, icon: <CheckIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: t.common.volunteer,
          render: ({ volunteerId, name }) => <Link to={`/volunteers/${volunteerId}`}>{name}</Link>,
          secondary: ({ chapter }) => chapter.name,
        },
        { key: 'activity', header: labels.done, secondary: ({ note }) => note },
        { key: 'day', header: labels.day, render: ({ day }) => <ListTime at={day} /> },
        { key: 'minutes', header: t.shared.time, render: ({ minutes }) => hoursText(locale, minutes) },
        { key: 'status', header: t.common.status, badge: 'hoursStatus' },
      ]}
      rowActions={(hours) => (
        <RowButton
          label={labels.decide}
          about={`${hours.name}, ${hours.activity}`}
          onClick={() => setHoursToDecide(hours)}
        />
      )}
    >
      <AddHours opened={isAdding} onClose={addToggle.close} />
      <HoursDecision hours={hoursToDecide} onClose={() => setHoursToDecide(null)} />
    </ListPage>
  );
}
