import { initials } from '@upstander/web-kit';
import { usePage } from '../request/page-context';
import type { SitePhotoData } from './queries';

interface PortraitProps {
  /** Shown next to the portrait. */
  name: string;
  /** Missing if no portrait may be shown; initials take its place. */
  photo: SitePhotoData | undefined;
}

export function Portrait({ name, photo }: PortraitProps) {
  const { locale } = usePage();
  if (!photo) {
    return (
      <span className="portrait" aria-hidden="true">
        {initials(name)}
      </span>
    );
  }
  return (
    <img
      className="portrait"
      src={photo.portraitUrl}
      width="72"
      height="72"
      alt={locale === 'es' ? photo.altEs : photo.altEn}
      loading="lazy"
      decoding="async"
    />
  );
}

interface PeopleProps {
  people: ReadonlyArray<{ id: string; name: string; roleEn: string; roleEs: string; bio?: string | null }>;
  /** Photos of the page; the ID of a person is the part that their portrait is placed at. */
  photos: readonly SitePhotoData[];
}

export function People({ people, photos }: PeopleProps) {
  const { locale } = usePage();
  return (
    <ul className="people">
      {people.map(({ id, name, roleEn, roleEs, bio }) => (
        <li key={id}>
          <Portrait name={name} photo={photos.find(({ part }) => part === id)} />
          <div>
            <b>{name}</b>
            <span className="line">{locale === 'es' ? roleEs : roleEn}</span>
            {bio && <p className="small">{bio}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Credits the photographers of the portraits, once each. */
export function PortraitCredits({ photos }: { photos: readonly SitePhotoData[] }) {
  const { words } = usePage();
  const portraits = photos.filter(({ part }) => part !== null);
  const names = [...new Set(portraits.map(({ takenBy }) => takenBy))];
  return names.length === 0 ? null : (
    <p className="small">{words.site.photos.portraitsBy({ n: portraits.length, names: names.join(', ') })}</p>
  );
}
