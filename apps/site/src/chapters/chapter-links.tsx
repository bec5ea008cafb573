import { Icon } from '../frame/icons';
import { cacheMarkup } from '../request/cached-markup';
import type { ChapterData } from './queries';

/** The whole line is clickable. */
export const ChapterLinks = cacheMarkup(function ChapterLinks({ chapters }: { chapters: readonly ChapterData[] }) {
  return (
    <ul className="chapters">
      {chapters.map(({ slug, name, city }) => (
        <li key={slug}>
          <a href={`/chapters/${slug}`}>
            <b>{name}</b>
            <span>{city}</span>
            <Icon name="arrow" />
          </a>
        </li>
      ))}
    </ul>
  );
});
