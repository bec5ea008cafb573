import { usePage } from '../request/page-context';
import { storyParts } from './story-parts';

export function Story({ html, lang }: { html: string; lang: string | undefined }) {
  const t = usePage().words.site.campaign;
  const [start, rest] = storyParts(html);
  return (
    <>
      <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: start }} />
      {rest !== '' && (
        <details className="story-more">
          <summary>{t.moreStory}</summary>
          <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: rest }} />
        </details>
      )}
    </>
  );
}
