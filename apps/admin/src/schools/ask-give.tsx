import { Button } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { Dialog } from '../parts/ui/dialog';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { giveMutation, type AskDetails } from './queries';

/** Hands outreach over to another chapter. Shown only to users with several chapters. */
export function AskGive({ ask }: { ask: AskDetails }) {
  const { labels } = useWords('schools');
  const { myChapters } = useChapters();
  const [isOpen, setIsOpen] = useState(false);
  if (myChapters.length < 2) return null;
  return (
    <>
      <Button variant="default" onClick={() => setIsOpen(true)}>
        {labels.give}
      </Button>
      <Dialog opened={isOpen} onClose={() => setIsOpen(false)} title={labels.give}>
        <GiveForm ask={ask} onDone={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function GiveForm({ ask, onDone }: { ask: AskDetails; onDone: () => void }) {
  const { t, labels } = useWords('schools');
  const { myChapters } = useChapters();
  const isGlobalAdmin = isAdmin(useMe());
  const recordGift = useChange(giveMutation, { quiet: true, success: () => labels.gave, onDone });
  const form = useModelForm(models.MoveSchoolAskArguments, ask, {
    omit: ['id'],
    labels: { chapterId: t.shared.chapter },
    change: recordGift,
    send: (input) => recordGift.mutate({ ...input, id: ask.id }),
  });
  return (
    <Form form={form} submitLabel={labels.give} pendingLabel={labels.moving} onCancel={onDone}>
      <FormField
        form={form}
        name="chapterId"
        choices={[
          ...(isGlobalAdmin ? [{ value: '', label: t.shared.theOrganization }] : []),
          ...myChapters.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Form>
  );
}
