import { Anchor, Button } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { useModelForm } from '../parts/forms/use-model-form';
import { FormField } from '../parts/forms/form-field';
import { placePhotoMutation, takePhotoOffMutation, type PhotoData } from './queries';
import classes from './photos.module.css';

/** Each page has one photo, so a new one replaces the old. */
export function PhotoPages({ photo }: { photo: PhotoData }) {
  const labels = useWords('photos').t.photos;
  const [placedCount, setPlacedCount] = useState(0);
  const removePhoto = useChange(takePhotoOffMutation, { success: (_, { page }) => labels.takenOff({ page }) });
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
              onClick={() => removePhoto.mutate({ id: photo.id, page })}
            >
              {labels.takeOff}
            </Button>
          </li>
        ))}
      </ul>
      <PageForm key={placedCount} id={photo.id} onDone={() => setPlacedCount(placedCount + 1)} />
    </Section>
  );
}

function PageForm({ id, onDone }: { id: string; onDone: () => void }) {
  const labels = useWords('photos').t.photos;
  const [params] = useSearchParams();
  const place = useChange(placePhotoMutation, { quiet: true, success: () => labels.placed, onDone });
  const form = useModelForm(models.PlacePhotoArguments, null, {
    omit: ['id'],
    initial: { page: params.get('page') ?? '' },
    labels,
    change: place,
    send: (input) => place.mutate({ ...input, id }),
  });
  return (
    <Form form={form} submitLabel={labels.place} pendingLabel={labels.placing}>
      <FormField form={form} name="page" inputMode="url" />
    </Form>
  );
}
