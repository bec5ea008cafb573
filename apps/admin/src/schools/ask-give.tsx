import { Button } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { Dialog } from '../parts/ui/dialog';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { useModelForm } from '../parts/forms/use-model-form';
import { FormField } from '../parts/forms/form-field';
import { giveMutation, type AskDetails } from './queries';

/** Hands outreach over to another chapter. Shown only to users with several chapters. */
export function AskGive({ ask }: { ask: AskDetails }) {
  const labels = useWords('schools').t.schools;
  const { mine } = useChapters();
  const [open, setOpen] = useState(false);
  if (mine.length < 2) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {labels.give}
      </Button>
      <Dialog opened={open} onClose={() => setOpen(false)} title={labels.give}>
        <GiveForm ask={ask} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function GiveForm({ ask, onDone }: { ask: AskDetails; onDone: () => void }) {
  const labels = useWords('schools').t.schools;
  const { mine } = useChapters();
  const forAll = isAdmin(useMe());
  const give = useChange(giveMutation, { quiet: true, success: () => labels.gave, onDone });
  const form = useModelForm(models.MoveSchoolAskArguments, ask, {
    omit: ['id'],
    labels: { chapterId: labels.chapter },
    change: give,
    send: (input) => give.mutate({ ...input, id: ask.id }),
  });
  return (
    <Form form={form} submitLabel={labels.give} pendingLabel={labels.moving} onCancel={onDone}>
      <FormField
        form={form}
        name="chapterId"
        choices={[
          ...(forAll ? [{ value: '', label: labels.noChapter }] : []),
          ...mine.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Form>
  );
}
