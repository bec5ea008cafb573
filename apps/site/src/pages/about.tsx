import { graphql } from '@upstander/api-client';
import { useLoaderData } from 'react-router';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { ChapterLinks } from '../chapters/chapter-links';
import { chapterNames } from '../chapters/queries';
import { ButtonLink } from '../frame/button';
import { Landing, ListFolds, withIcons } from '../frame/landing';
import { PageHead } from '../frame/page-head';
import { pagePhotos } from '../photos/queries';
import { SitePhoto } from '../photos/site-photo';
import { useHasPage } from '../request/features';
import { usePage } from '../request/page-context';
import type { Handle } from '../request/site-routes';
import { Team, teamMembers } from './team';
import { Trust, trustFacts } from './trust';

export const handle: Handle = { cached: true, sheet: 'front' };

const AboutPage = graphql(
  `
    query AboutPage($page: String!) {
      ...ChapterNames
      ...TeamMembers
      ...TrustFacts
      ...PagePhotos
    }
  `,
  [chapterNames, teamMembers, trustFacts, pagePhotos],
);

export async function loader({ context }: LoaderFunctionArgs) {
  const { chapters, photos, teamMembers: members, ...facts } = await queryApi(context, AboutPage, { page: '/about' });
  return { chapters, facts, members, photos };
}

/** Pages about what the organization does, in the order of the first section. */
const workPages = ['/events', '/fundraisers', '/work', '/talk'];

export default function About() {
  const { words, organizationName } = usePage();
  const hasPage = useHasPage();
  const { chapters, facts, members, photos } = useLoaderData<typeof loader>();
  const t = words.site.about;
  const title = t.title({ organization: organizationName });
  const isOffered = (_: string, index: number) => hasPage(workPages[index] ?? '/');
  const lists = t.sections.map((section, index) =>
    index === 0 ? { ...section, items: section.items.filter(isOffered) } : section,
  );
  const { foundedYear } = facts.organization;
  const landingFacts = [
    ...(foundedYear === null ? [] : [{ title: t.since({ year: String(foundedYear) }), text: t.sinceText }]),
    ...(chapters.length === 0
      ? []
      : [
          {
            title: t.chapters({ n: chapters.length }),
            text: hasPage('/fundraisers') ? t.chaptersText : t.chaptersEvents,
          },
        ]),
    ...(hasPage('/fundraisers') ? [{ title: t.openLedger, text: t.openLedgerText }] : []),
  ];
  return (
    <>
      <PageHead title={title} description={t.lead} />
      <Landing
        title={title}
        lead={t.lead}
        drawing="about"
        actions={
          <p className="actions">
            <ButtonLink to="/events" label={t.begin} look="large" arrow />
          </p>
        }
        facts={withIcons(landingFacts, ['check', 'place', 'coins'])}
        steps={{ title: t.how, items: t.steps }}
      >
        <Trust
          facts={facts}
          isLong
          board={members.some(({ group }) => group === 'BOARD') ? [] : facts.organization.board}
        />
        <Team members={members} photos={photos} />
        {photos.some(({ part }) => part === null) && (
          <div className="wide">
            <SitePhoto photos={photos} />
          </div>
        )}
        <ListFolds title={t.more} lists={lists} />
        {chapters.length > 0 && (
          <section className="wide">
            <h2>{words.site.chapters.title}</h2>
            <ChapterLinks chapters={chapters} />
          </section>
        )}
      </Landing>
    </>
  );
}
