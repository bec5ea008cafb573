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
  const { labels } = useWords('volunteers');
  const navigate = useNavigate();
  const [isConfirming, setIsConfirming] = useState(false);
  const erase = useChange(eraseVolunteerMutation, {
    quiet: true,
    success: () => labels.erased,
    onDone: () => void navigate('/volunteers'),
  });
  if (!isAdmin(useMe())) return null;
  return (
    <Section title={labels.dataTitle} lead={labels.dataLead} hasSpaceAbove>
      <Group>
        <Button component="a" href={`/exports/volunteers/${id}/data.json`} variant="default" size="compact-md">
          {labels.dataFile}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => setIsConfirming(true)}>
          {labels.erase}
        </Button>
      </Group>
      <Confirm
        opened={isConfirming}
        onClose={() => setIsConfirming(false)}
        title={labels.eraseTitle({ name })}
        text={labels.eraseText}
        submitLabel={labels.erase}
        pendingLabel={labels.erasing}
        pending={erase.isPending}
        error={erase.error}
        onConfirm={() => erase.mutate({ id })}
      />
    </Section>
  );
}
