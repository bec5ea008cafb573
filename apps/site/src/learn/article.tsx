import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { ask, notFound } from '../api/ask';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { calendarDay } from '../money/money-format';
import { photosOf } from '../photos/queries';
import { sharedPhoto, SitePhoto } from '../photos/site-photo';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { Breadcrumbs } from '../share/data-block';
import { QuestionData } from '../share/questions';
import { questionsIn } from '../share/questions-in';
import { LeaveNote } from '../safety/leave-note';
import { LegalNote } from './legal-note';
import { OneArticle, type ArticleData } from './queries';
import { ArticleBlock } from './structured-data';

export const handle: Handle = { drawnOnce: true, sheet: 'reading' };

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(request) === 'es' ? 'ES' : 'EN';
  const slug = params['slug'] ?? '';
  const [{ article, tracks }, photos] = await Promise.all([
    ask(context, OneArticle, { slug, locale }),
    photosOf(context, `/learn/${slug}`),
  ]);
  if (!article) throw notFound();
  const others = tracks.find(({ audience }) => audience === article.audience)?.articles ?? [];
  return { article, others: others.filter(({ slug }) => slug !== article.slug), photos };
}

/** One article: what to know first, the text, what it rests on, and when it was last read. */
export default function ArticlePage() {
  const { words, locale, publicUrl } = usePage();
  const { article, others, photos } = useLoaderData<typeof loader>();
  const t = words.site.learn;
  const imageUrl = sharedPhoto(photos, publicUrl) ?? `${publicUrl}/share/learn/${article.slug}.${locale}.png`;
  return (
    <article className="narrow article">
      <PageHead title={article.title} description={article.summary} plain type="article" imageUrl={imageUrl} />
      <ArticleBlock article={article} imageUrl={imageUrl} />
      <Breadcrumbs list={[t.title, '/learn']} page={article.title} />
      <QuestionData questions={questionsIn(article.bodyHtml ?? '')} />
      <a className="back" href="/learn">
        <Icon name="back" />
        {t.title}
      </a>
      <h1>{article.title}</h1>
      <p className="lead">{article.summary}</p>
      <p className="note">{article.note}</p>
      {article.legal && <LegalNote reviewedOn={article.lawyerReviewedOn} />}
      <LeaveNote />
      <SitePhoto photos={photos} />
      {/* Made by the API from Markdown that holds no tags. */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: article.bodyHtml ?? '' }} />
      <p className="actions">
        <a className="button" href="/help">
          <Icon name="phone" />
          {words.frame.getHelp}
        </a>{' '}
        <a className="button quiet" href="/talk">
          {t.talk}
        </a>{' '}
        <a className="button quiet" href={`/learn/${article.slug}/print`}>
          {t.print}
        </a>
      </p>
      {others.length > 0 && (
        <section aria-labelledby="more">
          <h2 id="more">{t.more}</h2>
          <ul className="links">
            {others.map(({ slug, title }) => (
              <li key={slug}>
                <a href={`/learn/${slug}`}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Sources article={article} />
    </article>
  );
}

function Sources({ article: { sources, reviewedOn } }: { article: ArticleData }) {
  const { words, locale } = usePage();
  const t = words.site.learn;
  return (
    <section className="small" aria-labelledby="sources">
      <h2 id="sources" className="shift-title">
        {t.sources}
      </h2>
      <ul>
        {sources.map(({ title, publisher, year, url }) => (
          <li key={title}>
            {publisher}, {year}:{' '}
            <a href={url} rel="noreferrer" lang="en">
              {title}
            </a>
          </li>
        ))}
      </ul>
      <p>{t.reviewed({ date: calendarDay(locale, reviewedOn) })}</p>
    </section>
  );
}
