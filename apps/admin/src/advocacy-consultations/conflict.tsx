import { Alert, Button, Group, Stack, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { explain } from '../api/explain';
import { AlertIcon } from '../parts/ui/icons';
import { submitOnSaveKeys } from '../parts/ui/save-keys';
import { useUnsaved } from '../parts/ui/unsaved';
import { canEdit } from '../parts/record/sealed-record';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import classes from './consultations.module.css';
import { noteConflictMutation, type Consultation } from './queries';

interface ConflictProps {
  consultation: Consultation;
  onChange: (consultation: Consultation) => void;
}

export function Conflict({ consultation, onChange }: ConflictProps) {
  const { t } = useWords('consultations');
  const words = t.consultations.conflict;
  const [editing, setEditing] = useState(false);
  const { conflictNote } = consultation;
  return (
    <Section title={words.title} lead={words.lead}>
      {editing ? (
        <ConflictForm
          consultation={consultation}
          onDone={(changed) => {
            setEditing(false);
            onChange(changed);
          }}
          onCancel={() => setEditing(false)}
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
            <Button variant="default" onClick={() => setEditing(true)}>
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
  onDone: (changed: Consultation) => void;
  onCancel: () => void;
}) {
  const { t, words: catalogue, locale } = useWords('consultations');
  const words = t.consultations.conflict;
  const [note, setNote] = useState(consultation.conflictNote ?? '');
  const save = useChange(noteConflictMutation, {
    quiet: true,
    sealed: true,
    onDone: ({ noteConflict }) => onDone(noteConflict),
  });
  useUnsaved(note === (consultation.conflictNote ?? '') ? null : save.isPending ? 'sent' : 'typed');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate({ input: { id: consultation.id, note: note.trim() } });
  };
  return (
    <form onSubmit={submit} onKeyDown={submitOnSaveKeys} noValidate autoComplete="off">
      <Stack gap="sm">
        <Textarea
          label={words.note}
          description={words.noteHint}
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {save.error && (
          <Alert color="clay" role="alert">
            {explain(catalogue, locale, save.error)}
          </Alert>
        )}
        <Group>
          <Button type="submit" aria-disabled={save.isPending}>
            {save.isPending ? t.consultations.working : words.save}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t.common.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
