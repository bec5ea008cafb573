import { clockTime, shortDate } from '@upstander/web-kit';
import { cacheMarkup } from '../request/cached-markup';
import { usePage } from '../request/page-context';
import { contentLanguage } from './content-language';
import type { EventData } from './queries';

type AboutFacts = Pick<EventData, 'summary' | 'languages' | 'descriptionHtml' | 'agenda' | 'updatedAt' | 'timeZone'>;

interface Props {
  event: AboutFacts;
  /** Name of the person who took the photo. */
  photoBy: string | undefined;
}

export const EventAbout = cacheMarkup(function EventAbout({ event, photoBy }: Props) {
  const { words, locale } = usePage();
  const t = words.site.event;
  const language = contentLanguage(event.languages, locale);
  return (
    <>
      {(event.summary !== '' || event.descriptionHtml !== '') && (
        <section aria-labelledby="about">
          <h2 id="about">{t.about}</h2>
          {event.summary !== '' && (
            <p className="lead" lang={language}>
              {event.summary}
            </p>
          )}
          <div className="prose" lang={language} dangerouslySetInnerHTML={{ __html: event.descriptionHtml }} />
        </section>
      )}
      {event.agenda.length > 0 && (
        <section aria-labelledby="agenda">
          <h2 id="agenda">{t.agenda}</h2>
          <ol className="agenda">
            {event.agenda.map(({ time, text, textEs }, index) => {
              const [mainText, otherText] = locale === 'es' ? [textEs, text] : [text, textEs];
              return (
                <li key={index}>
                  <time dateTime={time}>{clockTime(locale, time)}</time>
                  <span lang={mainText === '' ? (locale === 'es' ? 'en' : 'es') : undefined}>
                    {mainText || otherText}
                  </span>
                </li>
              );
            })}
          </ol>
        </section>
      )}
      <p className="small">
        {t.updated({ date: shortDate(locale, new Date(event.updatedAt), event.timeZone) })}
        {photoBy !== undefined && ` · ${words.site.photos.takenBy({ name: photoBy })}`}
      </p>
    </>
  );
});
