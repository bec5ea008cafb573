import { usePage } from '../request/page-context';
import type { SitePhotoData } from './queries';

interface Props {
  photos: readonly SitePhotoData[];
  /** The part of the page it belongs to; left out for the page itself. */
  part?: string;
}

/** The photo of a page or of a part of it, where there is one. Its room is there before it is. */
export function SitePhoto({ photos, part }: Props) {
  const { words, locale } = usePage();
  const photo = photos.find((one) => one.part === (part ?? null));
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

/** What stands where a link to the page is shared, if everybody on the photo agrees to that. */
export function sharedPhoto(photos: readonly SitePhotoData[], publicUrl: string): string | undefined {
  const photo = photos.find(({ part, mayShare }) => part === null && mayShare);
  return photo && publicUrl + photo.url;
}
