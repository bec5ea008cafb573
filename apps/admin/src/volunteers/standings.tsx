import { NativeSelect, Stack } from '@mantine/core';
import { useChange } from '../api/use-api';
import { useWords } from '../words/words';
import { standingMutation, type VolunteerDetails } from './queries';

export const standings = ['VOLUNTEER', 'MEMBER', 'LEAD'] as const;

/** Standing of a volunteer in each chapter, editable. */
export function Standings({ volunteer: { id, standings: theirs } }: { volunteer: VolunteerDetails }) {
  const { t, words } = useWords('volunteers');
  const change = useChange(standingMutation, { success: () => t.volunteers.standingDone });
  return (
    <Stack gap="xs" my="sm">
      {theirs.map(({ chapterId, chapterName, standing }) => (
        <NativeSelect
          key={chapterId}
          label={t.volunteers.standingIn({ chapter: chapterName })}
          description={t.volunteers.standingHint}
          value={standing}
          disabled={change.isPending}
          onChange={(chosen) => {
            const now = standings.find((one) => one === chosen.currentTarget.value);
            if (now) change.mutate({ ids: [id], standing: now, chapterId });
          }}
          data={standings.map((one) => ({ value: one, label: words.enums.volunteerStanding[one] }))}
        />
      ))}
    </Stack>
  );
}
