import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useChange, useRead } from '../../api/use-api';
import { mayModerate, useMe } from '../../session/use-me';
import { useWords } from '../../words/words';
import { Section } from '../ui/section';
import classes from './page-photo.module.css';
import { PhotoPicker } from './photo-picker';
import { removePhotoMutation, shownPhotosQuery } from './queries';

interface PagePhotoProps {
  /** Path of the page on the site, for example `/events/food-drive`. */
  page: string;
}

/** The photo of a page on the site, for the staff who manage photos. Without one, the page has an illustration. */
export function PagePhoto({ page }: PagePhotoProps) {
  return mayModerate(useMe()) ? <EditablePhoto page={page} /> : null;
}

function EditablePhoto({ page }: PagePhotoProps) {
  const { t, locale } = useWords('pagePhoto');
  const labels = t.pagePhoto;
  const [isChoosing, { open, close }] = useDisclosure(false);
  const { data } = useRead(shownPhotosQuery, { page });
  const remove = useChange(removePhotoMutation, { success: () => labels.removed });
  const photo = data?.photos.find(({ part }) => part === null);
  return (
    <Section title={labels.title} lead={photo ? undefined : labels.none} hasSpaceAbove>
      {photo && (
        <img className={classes.shown} src={photo.smallUrl} alt={locale === 'es' ? photo.altEs : photo.altEn} />
      )}
      <Group gap="xs">
        <Button variant="default" size="xs" onClick={open} disabled={!data}>
          {photo ? labels.replace : labels.choose}
        </Button>
        {photo && (
          <Button
            variant="default"
            size="xs"
            onClick={() => remove.mutate({ id: photo.id, page })}
            loading={remove.isPending}
          >
            {labels.useIllustration}
          </Button>
        )}
      </Group>
      <PhotoPicker page={page} opened={isChoosing} onClose={close} />
    </Section>
  );
}
