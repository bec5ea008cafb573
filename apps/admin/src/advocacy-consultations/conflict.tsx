import { Alert, Button, Stack } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { AlertIcon } from '../parts/ui/icons';
import { canEdit } from '../parts/record/sealed-record';
import { Section } from '../parts/ui/section';
import { Form, useModelForm } from '../parts/forms/form';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { noteConflictMutation, type Consultation } from './queries';
import classes from './consultations.module.css';

interface ConflictProps {
  consultation: Consultation;
  onChange: (consultation: Consultation) => void;
}

export function Conflict({ consultation, onChange }: ConflictProps) {
  const { t } = useWords('consultations');
  const words = t.consultations.conflict;
  const [isEditing, setIsEditing] = useState(false);
  const { conflictNote } = consultation;
  return (
    <Section title={words.title} lead={words.lead}>
      {isEditing ? (
        <ConflictForm
          consultation={consultation}
          onDone={(updated) => {
            setIsEditing(false);
            onChange(updated);
          }}
          onCancel={() => setIsEditing(false)}
        />
      ) : (
        <Stack align="flex-start" gap="sm">
          {conflictNote ? (
            <Alert color="amber" icon={<AlertIcon />} className={classes.conflict}>
              {conflictNote}
            </Alert>
          ) : (
            <p className={classes.none}>{words.none}</p>
          )}
          {canEdit(consultation) && (
            <Button variant="default" onClick={() => setIsEditing(true)}>
              {conflictNote ? words.change : words.add}
            </Button>
          )}
        </Stack>
      )}
    </Section>
  );
}

function ConflictForm({
  consultation,
  onDone,
  onCancel,
}: {
  consultation: Consultation;
  onDone: (updated: Consultation) => void;
  onCancel: () => void;
}) {
  const { t } = useWords('consultations');
  const words = t.consultations.conflict;
  const save = useChange(noteConflictMutation, {
    quiet: true,
    sealed: true,
    onDone: ({ noteConflict }) => onDone(noteConflict),
  });
  const form = useModelForm(models.NoteConflictInput, null, {
    omit: ['id'],
    labels: words,
    initial: { note: consultation.conflictNote ?? '' },
    change: save,
    send: ({ note }) => save.mutate({ input: { id: consultation.id, note } }),
  });
  return (
    <Form form={form} submitLabel={words.save} onCancel={onCancel} autoComplete="off">
      <FormField form={form} name="note" as="textarea" />
    </Form>
  );
}
