import { NativeSelect, Stack, Text } from '@mantine/core';
import { graphql, type ResultOf } from '@upstander/api-client';
import { useChange, useRead } from '../api/use-api';
import { Pending } from '../parts/ui/pending';
import { useWords } from '../words/words';

const preferencesQuery = graphql(`
  query AdminNotifications {
    notificationPreferences {
      preferences {
        topic
        frequency
        choices
      }
    }
  }
`);
type Preference = ResultOf<typeof preferencesQuery>['notificationPreferences']['preferences'][number];

const updateMutation = graphql(`
  mutation UpdateAdminNotifications($input: UpdateNotificationPreferencesInput!) {
    updateNotificationPreferences(input: $input) {
      recipientMasked
    }
  }
`);

const order: ReadonlyArray<Preference['frequency']> = ['IMMEDIATE', 'DAILY', 'NEVER'];

/** Saves each choice immediately. */
export function MyNotifications() {
  const { t, words } = useWords('account');
  const labels = t.account.notifications;
  const { data, error, refetch } = useRead(preferencesQuery, {});
  const update = useChange(updateMutation, { success: () => labels.saved });
  if (!data) return <Pending error={error} retry={refetch} noun={labels.title} lines={4} />;
  return (
    <Stack gap="sm">
      <Text c="dimmed" size="sm">
        {labels.lead}
      </Text>
      {data.notificationPreferences.preferences.map(({ topic, frequency, choices }) => (
        <NativeSelect
          key={topic}
          label={words.enums.notificationTopic[topic]}
          description={choices.length === 1 ? labels.always : undefined}
          disabled={choices.length === 1 || update.isPending}
          value={frequency}
          data={order
            .filter((choice) => choices.includes(choice))
            .map((value) => ({ value, label: words.enums.notificationFrequency[value] }))}
          onChange={(event) =>
            update.mutate({
              input: { preferences: [{ topic, frequency: event.currentTarget.value as Preference['frequency'] }] },
            })
          }
        />
      ))}
      <Text c="dimmed" size="sm">
        {labels.others}
      </Text>
    </Stack>
  );
}
