import { dayAndTime } from '@upstander/web-kit';
import { data, useLoaderData, type HeadersArgs, type LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { Hours } from '../events/event-times';
import { PageHead } from '../frame/page-head';
import { LinkGone } from '../frame/plain-page';
import { pathOfPage } from '../request/page-path';
import { usePage } from '../request/page-context';
import { WallBoardPage, type WallBoardGroup } from './queries';

/** Seconds between automatic refreshes, because a wall screen has no user. */
const refreshEvery = 30;

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const result = await queryApi(context, WallBoardPage, { token: params['token'] ?? '' }).catch(orNull);
  const isStill = new URL(request.url).searchParams.has('still');
  const page = { board: result?.wallBoard ?? null, currentPath: pathOfPage(request), isStill };
  const isRenewing = result && !isStill;
  return data(page, { status: result ? 200 : 404, headers: isRenewing ? { refresh: String(refreshEvery) } : {} });
}

/** A header instead of a `meta` element, so that readers can stop the refresh (WCAG 2.2.1). */
export function headers({ loaderHeaders }: HeadersArgs): Headers {
  return loaderHeaders;
}

/** The letters are readable across a room. */
export default function Board() {
  const { words, locale } = usePage();
  const { board, currentPath: path, isStill } = useLoaderData<typeof loader>();
  const t = words.site.door;
  if (!board)
    return <LinkGone words={{ linkGoneTitle: t.boardGone, linkGoneText: t.boardGoneText }} to="/" label={t.home} />;
  const { event, at, present, arriving, leaving, code, qrSvg } = board;
  const { timeZone } = event;
  return (
    <div className="wide board">
      <PageHead title={t.boardTitle} isPersonal />
      <h1>{event.title}</h1>
      <p className="small">
        {t.asOf({ when: dayAndTime(locale, new Date(at), timeZone) })} ·{' '}
        <a href={isStill ? path : `${path}?still=1`}>{isStill ? t.renew : t.stand}</a>
      </p>
      {code !== null && qrSvg !== null && (
        <section className="panel board-code" aria-labelledby="board-code">
          <img src={`data:image/svg+xml,${encodeURIComponent(qrSvg)}`} alt={t.boardPicture} width="180" height="180" />
          <div>
            <h2 id="board-code">{t.boardCode}</h2>
            <p>{t.boardCodeText}</p>
            <p className="board-digits">{code}</p>
          </div>
        </section>
      )}
      <div className="board-parts">
        <BoardSection id="here" title={t.here} emptyText={t.hereNone} groups={present} timeZone={timeZone} />
        <BoardSection
          id="arriving"
          title={t.arriving}
          emptyText={t.arrivingNone}
          groups={arriving}
          timeZone={timeZone}
        />
        <BoardSection id="leaving" title={t.leaving} emptyText={t.leavingNone} groups={leaving} timeZone={timeZone} />
      </div>
    </div>
  );
}

interface PartProps {
  id: string;
  title: string;
  emptyText: string;
  groups: readonly WallBoardGroup[];
  timeZone: string;
}

function BoardSection({ id, title, emptyText, groups, timeZone }: PartProps) {
  const { words } = usePage();
  const t = words.site.door;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {groups.length === 0 && <p>{emptyText}</p>}
      {groups.map(({ role, names, unnamedCount, ...span }) => (
        <div key={role + span.startsAt} className="board-group">
          <h3>{role}</h3>
          <p className="small">
            <Hours span={{ ...span, timeZone }} showZone={false} />
          </p>
          {names.length > 0 && (
            <ul>
              {names.map((name, index) => (
                <li key={index}>{name}</li>
              ))}
            </ul>
          )}
          {unnamedCount > 0 && (
            <p>{names.length > 0 ? t.andOthers({ others: unnamedCount }) : t.people({ others: unnamedCount })}</p>
          )}
        </div>
      ))}
    </section>
  );
}
