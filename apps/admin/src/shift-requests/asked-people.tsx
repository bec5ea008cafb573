import { Box, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { ListTime } from '../parts/lists/column';
import { DataTable } from '../parts/lists/data-table';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { requestsQuery } from './queries';

/** Lists the volunteers who were asked about the shift, with their answers. */
export function AskedPeople({ shiftId, reserved }: { shiftId: string; reserved: ReactNode }) {
  const { t, labels } = useWords('shiftRequests');
  const { data } = useRead(requestsQuery, { shiftId });
  const requests = data?.shiftRequests ?? [];
  if (requests.length === 0) return null;
  const count = (...outcomes: string[]) => requests.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return (
    <Box mb="lg">
      <Section title={labels.askedTitle}>
        <Text mb="xs" role="status">
          {labels.askedSummary({
            asked: requests.length,
            signedUp: count('SIGNED_UP'),
            declined: count('DECLINED'),
            open: count('NO_ANSWER'),
          })}
        </Text>
        {reserved}
        <details>
          <summary>{labels.askedList}</summary>
          <DataTable
            label={labels.askedList}
            rows={requests}
            idOf={({ id }) => id}
            columns={[
              {
                key: 'name',
                header: labels.name,
                mobile: 'title',
                render: ({ volunteerId, name }) => <Link to={`/volunteers/${volunteerId}`}>{name}</Link>,
              },
              { key: 'outcome', header: labels.outcome, badge: 'shiftRequestOutcome', mobile: 'corner' },
              {
                key: 'askedAt',
                header: labels.when,
                render: ({ askedAt }) => <ListTime at={askedAt} />,
                secondary: ({ askedBy }) => askedBy && t.shared.byName({ name: askedBy }),
              },
            ]}
          />
        </details>
      </Section>
    </Box>
  );
}
