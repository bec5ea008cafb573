import { graphql, type FragmentOf } from '@upstander/api-client';
import { Fragment } from 'react';
import { People, PortraitCredits } from '../photos/portrait';
import type { SitePhotoData } from '../photos/queries';
import { usePage } from '../request/page-context';

export const teamMembers = graphql(`
  fragment TeamMembers on Query @_unmask {
    teamMembers {
      id
      name
      roleEn
      roleEs
      bioEn
      bioEs
      group
    }
  }
`);
type TeamMemberData = FragmentOf<typeof teamMembers>['teamMembers'][number];

interface Props {
  members: readonly TeamMemberData[];
  /** Photos of “About”, which include the portraits. */
  photos: readonly SitePhotoData[];
}

/** Everyone who runs, governs or supports the organization, with biographies. */
export function Team({ members, photos }: Props) {
  const { words, locale } = usePage();
  const t = words.site.about;
  if (members.length === 0) return null;
  return (
    <section className="wide" aria-labelledby="team">
      <h2 id="team">{t.people}</h2>
      {(['STAFF', 'BOARD', 'PARTNER'] as const).map((group) => {
        const groupMembers = members.filter((member) => member.group === group);
        return (
          groupMembers.length > 0 && (
            <Fragment key={group}>
              <h3>{t.groups[group]}</h3>
              <People
                people={groupMembers.map((member) => ({ ...member, bio: bioIn(locale, member) }))}
                photos={photos}
              />
            </Fragment>
          )
        );
      })}
      <PortraitCredits photos={photos} />
    </section>
  );
}

/** A biography in one language is better than none. */
function bioIn(locale: string, { bioEn, bioEs }: TeamMemberData): string | null {
  return locale === 'es' ? (bioEs ?? bioEn) : (bioEn ?? bioEs);
}

/** Returns the people of the board with their role. Without any, the lines of the settings. */
export function boardOf(locale: string, { teamMembers: all, organization }: BoardData): readonly string[] {
  const board = all.filter(({ group }) => group === 'BOARD');
  if (board.length === 0) return organization.board;
  return board.map(({ name, roleEn, roleEs }) => `${name}, ${locale === 'es' ? roleEs : roleEn}`);
}

interface BoardData {
  teamMembers: readonly TeamMemberData[];
  organization: { board: readonly string[] };
}
