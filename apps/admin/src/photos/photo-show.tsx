import { Alert, Button, Stack } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { Confirm } from '../parts/ui/confirm';
import { Pending } from '../parts/ui/pending';
import { NotFound } from '../parts/ui/not-found';
import { PageHeader } from '../parts/ui/page-header';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { PhotoConsents } from './photo-consents';
import { PhotoPages } from './photo-pages';
import { deletePhotoMutation, photoQuery, updatePhotoMutation, type PhotoData } from './queries';
import classes from './photos.module.css';

export function PhotoShow() {
  const { t } = useWords('photos');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(photoQuery, { id });
  if (!data) return <Pending error={error} retry={refetch} noun={t.photos.one} lines={8} />;
  return data.managedPhoto ? <Photo photo={data.managedPhoto} /> : <NotFound />;
}

function Photo({ photo }: { photo: PhotoData }) {
  const { t, labels, locale } = useWords('photos');
  const navigate = useNavigate();
  const remove = useChange(deletePhotoMutation, {
    quiet: true,
    success: () => labels.deleted,
    onDone: () => void navigate('/photos'),
  });
  const [isDeleting, setIsDeleting] = useState(false);
  const title = (locale === 'es' ? photo.altEs : photo.altEn) || labels.unnamed;
  return (
    <div>
      <PageHeader
        title={title}
        back={{ to: '/photos', label: labels.title }}
        badge={<StatusBadge kind="photoStatus" status={photo.status} />}
      >
        <Button variant="default" onClick={() => setIsDeleting(true)}>
          {labels.delete}
        </Button>
      </PageHeader>
      <Stack maw={720} gap={32}>
        <div>
          <p>{labels.says[photo.status]}</p>
          <img className={classes.picture} src={photo.url} width={photo.width} height={photo.height} alt={title} />
          <PhotoForm photo={photo} />
        </div>
        <PhotoConsents photo={photo} />
        <PhotoPages photo={photo} />
      </Stack>
      <Confirm
        opened={isDeleting}
        onClose={() => setIsDeleting(false)}
        title={labels.delete}
        text={labels.deleteText}
        submitLabel={labels.delete}
        pendingLabel={t.common.deleting}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ id: photo.id })}
      />
    </div>
  );
}

function PhotoForm({ photo }: { photo: PhotoData }) {
  const { t, labels } = useWords('photos');
  const update = useChange(updatePhotoMutation, { quiet: true, success: () => t.common.saved });
  const form = useModelForm(models.PhotoInput, photo, {
    labels: { ...labels, altEnHint: labels.altHint },
    initial: { confirmedNoClients: photo.confirmedNoClientsAt !== null },
    problems: ({ confirmedNoClients }) => ({
      confirmedNoClients: confirmedNoClients ? undefined : labels.confirmedNoClientsMissing,
    }),
    change: update,
    send: (input) => update.mutate({ id: photo.id, input }),
  });
  return (
    <Form form={form} submitLabel={t.common.save}>
      <Alert color="amber">{labels.never}</Alert>
      <FormField form={form} name="altEn" />
      <FormField form={form} name="altEs" />
      <FormField form={form} name="takenBy" />
      <FormField form={form} name="confirmedNoClients" />
    </Form>
  );
}
