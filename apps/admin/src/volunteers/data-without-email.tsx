import { Button, Group } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useChange } from '../api/use-api';
import { Confirm } from '../parts/ui/confirm';
import { Section } from '../parts/ui/section';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import type { VolunteerDetails } from './queries';

const eraseVolunteerMutation = graphql(`
  mutation EraseVolunteer($id: ID!) {
    eraseVolunteer(id: $id) {
      ok
    }
  }
`);

/** Lets an admin export or erase the data of a volunteer who has no email address to send a link to. */
export function DataWithoutEmail({ volunteer: { id, name } }: { volunteer: VolunteerDetails }) {
  const { t } = useWords('volunteers');
  const say = t.volunteers;
  const go = useNavigate();
  const [asking, setAsking] = useState(false);
  const erase = useChange(eraseVolunteerMutation, {
    quiet: true,
    success: () => say.erased,
    onDone: () => void go('/volunteers'),
  });
  if (!isAdmin(useMe())) return null;
  return (
    <Section title={say.dataTitle} lead={say.dataLead} hasSpaceAbove>
      <Group>
        <Button component="a" href={`/exports/volunteers/${id}/data.json`} variant="default" size="compact-md">
          {say.dataFile}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => setAsking(true)}>
          {say.erase}
        </Button>
      </Group>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={say.eraseTitle({ name })}
        text={say.eraseText}
        submitLabel={say.erase}
        pendingLabel={say.erasing}
        pending={erase.isPending}
        error={erase.error}
        onConfirm={() => erase.mutate({ id })}
      />
    </Section>
  );
}
