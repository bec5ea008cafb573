import { footerHelpLines } from '@upstander/web-kit';
import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { ask, notFound } from '../api/ask';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { calendarDay } from '../money/money-format';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { HandoutPage } from './queries';

export const handle: Handle = { sheet: 'handout' };

const strips = 8;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const locale = localeOf(request) === 'es' ? 'ES' : 'EN';
  const { article } = await ask(context, HandoutPage, { slug: params['slug'] ?? '', locale });
  if (!article) throw notFound();
  return { article };
}

/** An article to print and lay out: its text, where to read it again, and the help line on strips to tear off. */
export default function Handout() {
  const { words, locale, organisationName, helpLines } = usePage();
  const { article } = useLoaderData<typeof loader>();
  const t = words.site.learn;
  const { first: line } = footerHelpLines(helpLines);
  return (
    <article className="narrow handout">
      <PageHead title={article.title} plain personal />
      <div className="screen-only">
        <a className="back" href={`/learn/${article.slug}`}>
          <Icon name="back" />
          {article.title}
        </a>
        <p className="note">{t.printHint}</p>
      </div>
      <h1>{article.title}</h1>
      <p className="lead">{article.summary}</p>
      {/* Made by the API from Markdown that holds no tags. */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: article.bodyHtml ?? '' }} />
      <div className="handout-foot">
        <img src={`data:image/svg+xml,${encodeURIComponent(article.qrSvg)}`} alt={t.printCode} width="96" height="96" />
        <p className="small">
          {t.printAgain({ name: organisationName })}
          <br />
          {article.sources.map(({ publisher, year }) => `${publisher}, ${year}`).join('; ')}
          <br />
          {t.reviewed({ date: calendarDay(locale, article.reviewedOn) })}
          {article.legal && article.lawyerReviewedOn === null && ` ${t.notReviewed}`}
        </p>
      </div>
      {line && (
        <ul className="tear-off" aria-label={t.tearOff}>
          {Array.from({ length: strips }, (_, at) => (
            // Read out once is enough.
            <li key={at} aria-hidden={at > 0 || undefined}>
              <span>
                <b>{line.phoneShown}</b>
              </span>
              <span>{line.textNumber === null ? t.tearOffFree : t.tearOffText({ text: line.textNumber })}</span>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
