import { NativeSelect, Stack } from '@mantine/core';
import { useChange } from '../api/use-api';
import { usePageAccess } from '../parts/ui/page-access';
import { useWords } from '../words/words';
import { standingMutation, type VolunteerDetails } from './queries';

export const standings = ['VOLUNTEER', 'MEMBER', 'LEAD'] as const;

export function Standings({ volunteer: { id, standings: currentStandings } }: { volunteer: VolunteerDetails }) {
  const { t, words } = useWords('volunteers');
  const { mayChange } = usePageAccess();
  const change = useChange(standingMutation, { success: () => t.common.saved });
  return (
    <Stack gap="xs" my="sm">
      {currentStandings.map(({ chapterId, chapterName, standing }) => (
        <NativeSelect
          key={chapterId}
          label={t.volunteers.standingIn({ chapter: chapterName })}
          description={t.volunteers.standingHint}
          value={standing}
          disabled={change.isPending || !mayChange}
          onChange={(event) => {
            const standing = standings.find((standing) => standing === event.currentTarget.value);
            if (standing) change.mutate({ ids: [id], standing: standing, chapterId });
          }}
          data={standings.map((standing) => ({ value: standing, label: words.enums.volunteerStanding[standing] }))}
        />
      ))}
    </Stack>
  );
}
