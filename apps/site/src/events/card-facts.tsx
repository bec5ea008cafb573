import { languageName, listText } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { Icon } from '../frame/icons';
import { usePage } from '../request/page-context';

interface Props {
  event: { online: boolean; place: string | null; chapter: { name: string }; languages: readonly string[] };
  children?: ReactNode;
}

export function CardFacts({ event, children }: Props) {
  const { words, locale } = usePage();
  return (
    <p className="card-facts">
      <span>
        <Icon name={event.online ? 'online' : 'place'} />
        {event.online ? words.site.events.online : event.place}
        {children}
      </span>
      <span>
        <Icon name="people" />
        {event.chapter.name}
      </span>
      {event.languages.length > 0 && (
        <span>
          <Icon name="speech" />
          {listText(
            locale,
            event.languages.map((code) => languageName(locale, code)),
          )}
        </span>
      )}
    </p>
  );
}
