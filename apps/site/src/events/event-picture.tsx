import type { SitePhotoData } from '../photos/queries';
import { usePage } from '../request/page-context';

interface PictureProps {
  image: string | undefined;
  photo: SitePhotoData | undefined;
}

/** A photo's credit is below the description. */
export function Picture({ image, photo }: PictureProps) {
  const { locale } = usePage();
  if (!photo) return image === undefined ? null : <img className="event-image" src={image} alt="" />;
  return (
    <img
      className="event-image"
      src={photo.smallUrl}
      srcSet={`${photo.smallUrl} 640w, ${photo.url} ${Math.max(photo.width, 641)}w`}
      sizes="(max-width: 47.99rem) 160px, 680px"
      alt={locale === 'es' ? photo.altEs : photo.altEn}
      decoding="async"
    />
  );
}

export function MapLink({ place }: { place: string }) {
  const t = usePage().words.site.event;
  return (
    <>
      {' '}
      <a href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`} rel="noreferrer">
        {t.map}
      </a>
    </>
  );
}
