import { Anchor, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { placePhotoMutation, takePhotoOffMutation, type PhotoData } from './queries';
import classes from './photos.module.css';

/** Pages that show a photo. Each page has one photo, so a new one replaces the old. */
export function PhotoPages({ photo }: { photo: PhotoData }) {
  const labels = useWords('photos').t.photos;
  const [placed, setPlaced] = useState(0);
  const takeOff = useChange(takePhotoOffMutation, { success: (_, { page }) => labels.takenOff({ page }) });
  return (
    <Section title={labels.pages} lead={labels.pagesLead}>
      <ul className={classes.parts} aria-label={labels.pages}>
        {photo.pages.map((page) => (
          <li key={page} className={classes.part}>
            <Anchor href={page} underline="always">
              {page === '/' ? labels.home : page}
            </Anchor>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${labels.takeOff}: ${page}`}
              onClick={() => takeOff.mutate({ id: photo.id, page })}
            >
              {labels.takeOff}
            </Button>
          </li>
        ))}
      </ul>
      <PageForm key={placed} id={photo.id} onDone={() => setPlaced(placed + 1)} />
    </Section>
  );
}

function PageForm({ id, onDone }: { id: string; onDone: () => void }) {
  const labels = useWords('photos').t.photos;
  const place = useChange(placePhotoMutation, { quiet: true, success: () => labels.placed, onDone });
  const form = useMutationForm({
    initial: { page: '' },
    required: ['page'],
    change: place,
    send: ({ page }) => place.mutate({ id, page }),
  });
  return (
    <Form form={form} submitLabel={labels.place} pendingLabel={labels.placing}>
      <TextInput label={labels.page} description={labels.pageHint} inputMode="url" {...form.field('page')} />
    </Form>
  );
}
