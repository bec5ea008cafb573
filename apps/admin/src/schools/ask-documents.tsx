import { Anchor, FileInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorAlert } from '../parts/ui/error-alert';
import { sendFile } from '../api/send-file';
import { ConfirmChange } from '../parts/ui/confirm';
import { notify } from '../parts/notifications/notify';
import { IfMayChange } from '../parts/ui/page-access';
import { Section } from '../parts/ui/section';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { deleteDocumentMutation, type AskDetails } from './queries';
import { Removable } from './removable';
import classes from './schools.module.css';

export function AskDocuments({ ask: { id, documents } }: { ask: AskDetails }) {
  const { t, labels, locale } = useWords('schools');
  const [documentToDelete, setDocumentToDelete] = useState<AskDetails['documents'][number] | null>(null);
  const send = useMutation({
    mutationFn: (file: File) =>
      sendFile<{ id: string }>(
        `/school-documents?ask=${id}&fileName=${encodeURIComponent(file.name)}`,
        file,
        'application/pdf',
      ),
    onSuccess: () => notify.success(labels.documentAdded),
  });
  return (
    <Section title={labels.documents} lead={labels.documentsLead} hasSpaceAbove>
      <IfMayChange>
        <FileInput
          label={labels.addDocument}
          placeholder={labels.chooseFile}
          accept=".pdf,application/pdf"
          value={null}
          disabled={send.isPending}
          onChange={(file) => file && send.mutate(file)}
        />
      </IfMayChange>
      {send.isPending && <p role="status">{labels.addingDocument}</p>}
      <ErrorAlert error={send.error} />
      {documents.length === 0 && <p className={classes.none}>{labels.noDocuments}</p>}
      <ul className={classes.parts} aria-label={labels.documents}>
        {documents.map((document) => (
          <Removable
            key={document.id}
            label={t.schools.deleteContact({ name: document.fileName })}
            onRemove={() => setDocumentToDelete(document)}
          >
            <Anchor href={document.url} download={document.fileName} underline="always">
              {document.fileName}
            </Anchor>
            <span className={classes.quiet}>
              {document.by
                ? labels.by({ when: formatDateTime(locale, document.createdAt), name: document.by })
                : formatDateTime(locale, document.createdAt)}
            </span>
          </Removable>
        ))}
      </ul>
      {documentToDelete && (
        <ConfirmChange
          onClose={() => setDocumentToDelete(null)}
          title={t.schools.deleteContact({ name: documentToDelete.fileName })}
          text={t.schools.deleteNoteText}
          submitLabel={t.schools.deleteContact({ name: documentToDelete.fileName })}
          pendingLabel={labels.deleting}
          mutation={deleteDocumentMutation}
          variables={() => ({ id: documentToDelete.id })}
          successMessage={t.schools.contactDeleted}
        />
      )}
    </Section>
  );
}
