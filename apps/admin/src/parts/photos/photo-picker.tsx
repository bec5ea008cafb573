import { Button, FileButton, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ErrorAlert } from '../ui/error-alert';
import { sendFile } from '../../api/send-file';
import { useChange, useRead } from '../../api/use-api';
import { useWords } from '../../words/words';
import { Dialog } from '../ui/dialog';
import { Pending } from '../ui/pending';
import classes from './page-photo.module.css';
import { photoTypes } from './photo-types';
import { choosePhotoMutation, photoChoicesQuery, type PhotoChoice } from './queries';

interface PhotoPickerProps {
  page: string;
  /** Only photos of this person, who consented under this name. */
  person?: string | undefined;
  opened: boolean;
  onClose: () => void;
}

export function PhotoPicker(props: PhotoPickerProps) {
  const { labels } = useWords('pagePhoto');
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={labels.choose} size="xl">
      <Choices {...props} />
    </Dialog>
  );
}

/** Shows only photos that may be on the site today. A new photo first needs a description and consent. */
function Choices({ page, person, onClose }: PhotoPickerProps) {
  const { labels } = useWords('pagePhoto');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 300);
  const choose = useChange(choosePhotoMutation, { success: () => labels.chosen, onDone: onClose });
  const upload = useMutation({
    mutationFn: (file: File) => sendFile<{ id: string }>('/photos', file),
    onSuccess: ({ id }) =>
      void navigate(`/photos/${id}?${new URLSearchParams({ page, ...(person !== undefined && { person }) })}`),
  });
  return (
    <>
      <Group align="flex-end" justify="space-between">
        <TextInput
          label={labels.search}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          maxLength={100}
        />
        <FileButton accept={photoTypes} onChange={(file) => file && upload.mutate(file)}>
          {(button) => (
            <Button {...button} variant="default" loading={upload.isPending}>
              {labels.upload}
            </Button>
          )}
        </FileButton>
      </Group>
      <ErrorAlert error={upload.error} />
      <PhotoGrid
        key={search}
        search={search}
        person={person}
        onChoose={({ id }) => !choose.isPending && choose.mutate({ id, page })}
      />
      <Text size="sm" c="dimmed">
        {person === undefined ? labels.uploadHint : labels.portraitHint({ name: person })}
      </Text>
    </>
  );
}

interface PhotoGridProps {
  search: string;
  person: string | undefined;
  onChoose: (photo: PhotoChoice) => void;
}

function PhotoGrid({ search, person, onChoose }: PhotoGridProps) {
  const { t, labels, locale } = useWords('pagePhoto');
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const { data, error, refetch } = useRead(photoChoicesQuery, { search, person, after: cursors.at(-1) ?? null });
  if (!data) return <Pending error={error} retry={refetch} noun={labels.photos} lines={4} />;
  const { edges, pageInfo } = data.managedPhotos;
  const next = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  if (edges.length === 0) {
    const none = person === undefined ? labels.noPhotos : labels.noPortraits({ name: person });
    return <Text>{search === '' ? none : labels.noneFound}</Text>;
  }
  return (
    <>
      <ul className={classes.grid} aria-label={labels.photos}>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <button type="button" className={classes.choice} onClick={() => onChoose(node)}>
              <img src={node.smallUrl} alt="" loading="lazy" />
              <span>{locale === 'es' ? node.altEs : node.altEn}</span>
            </button>
          </li>
        ))}
      </ul>
      {(cursors.length > 0 || next !== null) && (
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            disabled={cursors.length === 0}
            onClick={() => setCursors(cursors.slice(0, -1))}
          >
            {t.common.previousPage}
          </Button>
          <Button
            variant="default"
            size="xs"
            disabled={next === null}
            onClick={() => next !== null && setCursors([...cursors, next])}
          >
            {t.common.nextPage}
          </Button>
        </Group>
      )}
    </>
  );
}
