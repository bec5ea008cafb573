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
  /** Path of the page on the site, for example `/events/food-drive`; with a part, the photo of a section of it. */
  page: string;
}

interface TitledPhotoProps extends PagePhotoProps {
  /** Tells several photos on one screen apart. */
  title?: string;
}

/** The photo of a page on the site, for the staff who manage photos. Without one, the page has an illustration. */
export function PagePhoto({ page, title }: TitledPhotoProps) {
  const { common, pagePhoto: labels } = useWords('pagePhoto').t;
  if (!mayModerate(useMe())) return null;
  const texts = page.includes('#')
    ? { none: labels.noPhoto, remove: common.remove, removed: labels.photoRemoved }
    : { none: labels.none, remove: labels.useIllustration, removed: labels.removed };
  return <EditablePhoto page={page} title={title ?? labels.title} texts={texts} />;
}

interface PortraitProps extends PagePhotoProps {
  /** Shown next to the portrait on the page. The consent must have the same name. */
  name: string;
}

/** The portrait of a person on a page of the site. Without one, the page shows their initials or only the name. */
export function Portrait({ page, name }: PortraitProps) {
  const { common, pagePhoto: labels } = useWords('pagePhoto').t;
  if (!mayModerate(useMe())) return null;
  const texts = { none: labels.noPortrait, remove: common.remove, removed: labels.portraitRemoved };
  return <EditablePhoto page={page} title={labels.portraitOf({ name })} texts={texts} person={name} />;
}

interface EditablePhotoProps extends PagePhotoProps {
  title: string;
  texts: { none: string; remove: string; removed: string };
  person?: string;
}

function EditablePhoto({ page, title, texts, person }: EditablePhotoProps) {
  const { labels, locale } = useWords('pagePhoto');
  const [isChoosing, { open, close }] = useDisclosure(false);
  const [address = page, part] = page.split('#');
  const { data } = useRead(shownPhotosQuery, { page: address });
  const remove = useChange(removePhotoMutation, { success: () => texts.removed });
  const photo = data?.photos.find((shown) => shown.part === (part ?? null));
  return (
    <Section title={title} lead={photo ? undefined : texts.none} hasSpaceAbove>
      {photo && (
        <img
          className={person === undefined ? classes.shown : classes.portrait}
          src={photo.smallUrl}
          alt={locale === 'es' ? photo.altEs : photo.altEn}
        />
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
            {texts.remove}
          </Button>
        )}
      </Group>
      <PhotoPicker page={page} person={person} opened={isChoosing} onClose={close} />
    </Section>
  );
}
