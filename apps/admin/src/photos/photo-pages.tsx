import { Anchor, Button } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { useChange } from '../api/use-api';
import { IfMayChange } from '../parts/ui/page-access';
import { Section } from '../parts/ui/section';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { placePhotoMutation, takePhotoOffMutation, type PhotoData } from './queries';
import classes from './photos.module.css';

/** Photos are chosen where their page is managed. A photo that was uploaded from there is placed with one button. */
export function PhotoPages({ photo }: { photo: PhotoData }) {
  const { common, photos: labels } = useWords('photos').t;
  const [params] = useSearchParams();
  const page = params.get('page');
  const place = useChange(placePhotoMutation, { success: () => labels.placed });
  const removePhoto = useChange(takePhotoOffMutation, {
    success: (_, { page: path }) => labels.takenOff({ page: path }),
  });
  return (
    <Section title={labels.pages} lead={labels.pagesLead}>
      <ul className={classes.parts} aria-label={labels.pages}>
        {photo.pages.map((path) => (
          <li key={path} className={classes.part}>
            <Anchor href={path} underline="always">
              {path === '/' ? labels.home : path.replace(/#.*/, '')}
            </Anchor>
            <IfMayChange>
              <RowButton
                label={common.remove}
                about={path}
                onClick={() => removePhoto.mutate({ id: photo.id, page: path })}
              />
            </IfMayChange>
          </li>
        ))}
      </ul>
      {page !== null && !photo.pages.includes(page) && (
        <IfMayChange>
          <Button onClick={() => place.mutate({ id: photo.id, page })} loading={place.isPending}>
            {labels.placeOn({ page: page === '/' ? labels.home : page.replace(/#.*/, '') })}
          </Button>
        </IfMayChange>
      )}
    </Section>
  );
}
