import { usePage } from '../request/page-context';
import type { SitePhotoData } from './queries';

interface Props {
  photos: readonly SitePhotoData[];
  /** Part of the page; missing for the page's main photo. */
  part?: string;
}

/** Its space is reserved while the photo loads. */
export function SitePhoto({ photos, part }: Props) {
  const { words, locale } = usePage();
  const photo = photos.find((candidate) => candidate.part === (part ?? null));
  if (!photo) return null;
  return (
    <figure className="photo">
      <img
        src={photo.smallUrl}
        srcSet={`${photo.smallUrl} 640w, ${photo.url} ${Math.max(photo.width, 641)}w`}
        sizes="(max-width: 720px) 100vw, 680px"
        width={photo.width}
        height={photo.height}
        alt={locale === 'es' ? photo.altEs : photo.altEn}
        loading="lazy"
        decoding="async"
      />
      <figcaption className="small">{words.site.photos.takenBy({ name: photo.takenBy })}</figcaption>
    </figure>
  );
}

/** Only if everyone in the photo agreed to sharing. */
export function sharedPhoto(photos: readonly SitePhotoData[], publicUrl: string): string | undefined {
  const photo = photos.find(({ part, mayShare }) => part === null && mayShare);
  return photo && publicUrl + photo.url;
}
