import { Anchor, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { placePhotoMutation, takePhotoOffMutation, type PhotoData } from './queries';
import classes from './photos.module.css';

/** The pages a photo stands on. One photo a page: a new one takes the place of the old. */
export function PhotoPages({ photo }: { photo: PhotoData }) {
  const say = useWords('photos').t.photos;
  const [placed, setPlaced] = useState(0);
  const takeOff = useChange(takePhotoOffMutation, { success: (_, { page }) => say.takenOff({ page }) });
  return (
    <Section title={say.pages} lead={say.pagesLead}>
      <ul className={classes.parts} aria-label={say.pages}>
        {photo.pages.map((page) => (
          <li key={page} className={classes.part}>
            <Anchor href={page} underline="always">
              {page === '/' ? say.home : page}
            </Anchor>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${say.takeOff}: ${page}`}
              onClick={() => takeOff.mutate({ id: photo.id, page })}
            >
              {say.takeOff}
            </Button>
          </li>
        ))}
      </ul>
      <PageForm key={placed} id={photo.id} onDone={() => setPlaced(placed + 1)} />
    </Section>
  );
}

function PageForm({ id, onDone }: { id: string; onDone: () => void }) {
  const say = useWords('photos').t.photos;
  const place = useChange(placePhotoMutation, { quiet: true, success: () => say.placed, onDone });
  const form = useMutationForm({
    initial: { page: '' },
    required: ['page'],
    change: place,
    send: ({ page }) => place.mutate({ id, page }),
  });
  return (
    <Form form={form} submit={say.place} working={say.placing}>
      <TextInput label={say.page} description={say.pageHint} inputMode="url" {...form.field('page')} />
    </Form>
  );
}
