import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useChange } from '../api/use-api';
import { Confirm } from '../parts/ui/confirm';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import type { VolunteerDetails } from './queries';

const eraseMutation = graphql(`
  mutation EraseVolunteer($id: ID!) {
    eraseVolunteer(id: $id) {
      ok
    }
  }
`);

/** Forgets a volunteer who has asked for it; an admin's affair. */
export function Erase({ volunteer: { id, name } }: { volunteer: VolunteerDetails }) {
  const { t } = useWords('volunteers');
  const say = t.volunteers.erase;
  const go = useNavigate();
  const mayErase = isAdmin(useMe());
  const [asking, setAsking] = useState(false);
  const erase = useChange(eraseMutation, {
    quiet: true,
    success: () => say.done,
    onDone: () => void go('/volunteers', { replace: true }),
  });
  if (!mayErase) return null;
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {say.button}
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={say.title({ name })}
        text={say.text}
        submit={say.submit}
        working={say.working}
        pending={erase.isPending}
        error={erase.error}
        onConfirm={() => erase.mutate({ id })}
      />
    </>
  );
}
