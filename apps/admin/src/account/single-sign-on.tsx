import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { formatShortDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { singleSignOnQuery, unlinkSingleSignOnMutation } from './queries';

type SingleSignOnProps = {
  /** Null if the account isn't linked. */
  since: string | null;
  /** Null if the provider was removed from the settings. */
  name: string | null;
};

/** Returns null while it loads, and if there is neither a provider nor a link. */
export function useSingleSignOn(): SingleSignOnProps | null {
  const { data } = useRead(singleSignOnQuery, {});
  const since = data?.me?.singleSignOnSince ?? null;
  const name = data?.singleSignOnName ?? null;
  return since === null && name === null ? null : { since, name };
}

export function SingleSignOn({ since, name }: SingleSignOnProps) {
  const { t, locale } = useWords('account');
  const labels = t.account.sso;
  const [isRemoving, setIsRemoving] = useState(false);
  if (since === null) return <Text c="dimmed">{labels.none({ name: name ?? '' })}</Text>;
  return (
    <Stack gap="sm">
      <Text>{labels.linked({ name, when: formatShortDateTime(locale, since) })}</Text>
      <Group>
        <Button variant="default" onClick={() => setIsRemoving(true)}>
          {t.common.remove}
        </Button>
      </Group>
      {isRemoving && (
        <ConfirmChange
          title={labels.unlinkTitle}
          text={labels.unlinkText}
          submitLabel={t.common.remove}
          pendingLabel={t.common.removing}
          mutation={unlinkSingleSignOnMutation}
          variables={() => ({})}
          successMessage={labels.unlinked}
          onClose={() => setIsRemoving(false)}
        />
      )}
    </Stack>
  );
}
