import { Text } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { AreaChecklist, areaListsOf, type Levels } from '../parts/areas/area-checklist';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { Dialog } from '../parts/ui/dialog';
import { Pending } from '../parts/ui/pending';
import { SecretDialog } from '../parts/ui/secret-dialog';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { createTokenMutation, tokenAreasQuery, type TokenAreas } from './queries';

const lifetimes = ['30', '90', '180', '365'] as const;

interface NewTokenProps {
  /** Kind that the form starts with. */
  kind: 'PERSONAL' | 'SERVICE';
  onClose: () => void;
}

/** A form in a dialog, followed by the secret. */
export function NewToken({ kind, onClose }: NewTokenProps) {
  const { labels } = useWords('accessTokens');
  const [secret, setSecret] = useState<string | null>(null);
  if (secret !== null)
    return <SecretDialog secret={secret} text={labels.secretText} labels={labels} onClose={onClose} />;
  return (
    <Dialog onClose={onClose} size="lg" title={labels.add}>
      <TokenForm kind={kind} onClose={onClose} onCreated={setSecret} />
    </Dialog>
  );
}

function TokenForm({ kind, onClose, onCreated }: NewTokenProps & { onCreated: (secret: string) => void }) {
  const { t, labels, words } = useWords('accessTokens');
  const me = useMe();
  const { myChapters } = useChapters();
  const [levels, setLevels] = useState<Levels>({});
  const create = useChange(createTokenMutation, {
    quiet: true,
    onDone: ({ createAccessToken }) => onCreated(createAccessToken.secret),
  });
  const form = useModelForm(models.CreateAccessTokenInput, null, {
    omit: ['viewAreas', 'manageAreas'],
    labels,
    initial: { kind, days: '90', chapterId: '' },
    change: create,
    send: (input) => create.mutate({ input: { ...input, ...areaListsOf(levels, areas) } }),
  });
  const variables = { kind: form.values.kind || kind, chapterId: form.values.chapterId || null };
  const { data, error, refetch } = useRead(tokenAreasQuery, variables);
  const areas: TokenAreas = data?.accessTokenAreas ?? [];
  return (
    <Form form={form} submitLabel={t.accessTokens.add} pendingLabel={t.shared.creating} onCancel={onClose}>
      <FormField form={form} name="name" autoFocus />
      {isAdmin(me) && (
        <FormField
          form={form}
          name="kind"
          as="radio"
          choices={(['PERSONAL', 'SERVICE'] as const).map((value) => ({
            value,
            label: words.enums.accessTokenKind[value],
            description: labels.kinds[value],
          }))}
        />
      )}
      <FormField
        form={form}
        name="chapterId"
        choices={myChapters.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FormField
        form={form}
        name="days"
        choices={lifetimes.map((value) => ({ value, label: labels.lifetime({ days: Number(value) }) }))}
      />
      {data ? (
        <AreaChecklist areas={areas} levels={levels} onChange={setLevels} />
      ) : (
        <Pending error={error} retry={refetch} noun={t.shared.theAreas} lines={4} />
      )}
      <Text c="dimmed">{labels.limits}</Text>
    </Form>
  );
}
