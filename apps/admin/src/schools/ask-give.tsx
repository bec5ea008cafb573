import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { Dialog } from '../parts/ui/dialog';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { giveMutation, type AskDetails } from './queries';

/** Another chapter looks after it; there only for who looks after several. */
export function AskGive({ ask }: { ask: AskDetails }) {
  const say = useWords('schools').t.schools;
  const { mine } = useChapters();
  const [open, setOpen] = useState(false);
  if (mine.length < 2) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {say.give}
      </Button>
      <Dialog opened={open} onClose={() => setOpen(false)} title={say.give}>
        <GiveForm ask={ask} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function GiveForm({ ask, onDone }: { ask: AskDetails; onDone: () => void }) {
  const say = useWords('schools').t.schools;
  const { mine } = useChapters();
  const forAll = isAdmin(useMe());
  const give = useChange(giveMutation, { quiet: true, success: () => say.gave, onDone });
  const form = useMutationForm({
    initial: { chapterId: ask.chapterId ?? '' },
    change: give,
    send: ({ chapterId }) => give.mutate({ id: ask.id, chapterId: chapterId || null }),
  });
  return (
    <Form form={form} submit={say.give} working={say.moving} onCancel={onDone}>
      <NativeSelect
        label={say.chapter}
        data={[
          ...(forAll ? [{ value: '', label: say.noChapter }] : []),
          ...mine.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        {...form.field('chapterId')}
      />
    </Form>
  );
}
