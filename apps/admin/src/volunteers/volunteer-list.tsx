import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { phoneText } from '@upstander/web-kit';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { termName } from '../parts/forms/terms-field';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { PeopleIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { calendarDay } from '../parts/ui/when';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { credentialFilter, exportOf, exportPath } from './export-path';
import { volunteerChoicesQuery } from './queries';
import { weekdays, weekdayNames } from './said';
import { standings } from './standings';
import { VolunteerBulk } from './volunteer-bulk';
import classes from './volunteers.module.css';

const volunteersQuery = graphql(`
  query Volunteers($filter: VolunteerFilter, $order: VolunteerOrder, $first: Int, $after: String) {
    volunteers(filter: $filter, order: $order, first: $first, after: $after) {
      edges {
        node {
          id
          name
          email
          phone
          isMinor
          activeAt
          tags
          standings {
            standing
          }
          heldCredentials {
            typeId
            name
            nameEs
            expiresOn
            endsSoon
          }
          homeChapter {
            id
            name
          }
          skills {
            id
            name
            nameEs
          }
          availability {
            weekday
            from
            until
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      totalIsCapped
    }
  }
`);

/** Everybody whom the chapters of whoever looks know. */
export function VolunteerList() {
  const { t, words, locale } = useWords('volunteers');
  const state = useSearchState();
  const { mine } = useChapters();
  const me = useMe();
  const { data: choices } = useRead(volunteerChoicesQuery, {});
  const say = t.volunteers;
  const order = state.one('sort', say.orders) ?? 'NAME';
  const weekday = state.one('weekday', ['1', '2', '3', '4', '5', '6', '7']);
  const filter = {
    text: state.text(),
    chapterId: state.text('chapter'),
    skillId: state.text('skill'),
    tag: state.text('tag'),
    standing: state.one('standing', standings),
    ...credentialFilter(state),
    weekday: weekday && Number(weekday),
    activeSince: state.startOf('since'),
    activeBefore: state.startOf('before'),
  };
  return (
    <ListPage
      name="volunteers"
      title={say.title}
      lead={say.lead}
      buttons={
        <>
          <Button component={Link} to="/volunteers/hours" variant="default">
            {say.hours.open}
          </Button>
          <Button component={Link} to="/volunteers/report" variant="default">
            {say.report}
          </Button>
          {isAdmin(me) && (
            <>
              <Button component={Link} to="/volunteers/duplicates" variant="default">
                {say.merge.duplicates}
              </Button>
              <Button component={Link} to="/volunteers/terms" variant="default">
                {say.terms}
              </Button>
            </>
          )}
        </>
      }
      document={volunteersQuery}
      state={state}
      variables={{ filter, order }}
      first={30}
      of="volunteers"
      label={say.list}
      what={say.what}
      search={{ label: say.search, hint: say.searchHint }}
      filters={[
        mine.length > 1 && {
          name: 'chapter',
          label: say.chapter,
          names: mine.map(({ id, name }) => [id, name] as const),
        },
        {
          name: 'skill',
          label: say.skills,
          names: (choices?.volunteerTerms ?? []).map((term) => [term.id, termName(locale, term)] as const),
        },
        { name: 'weekday', label: say.availability, names: weekdayNames(locale) },
        { name: 'tag', label: say.tag, names: (choices?.volunteerTags ?? []).map(({ name }) => [name, name] as const) },
        {
          name: 'standing',
          label: say.standing,
          names: standings.map((one) => [one, words.enums.volunteerStanding[one]] as const),
        },
        {
          name: 'credential',
          label: say.credential,
          names: (choices?.credentialTypes ?? []).map((type) => [type.id, termName(locale, type)] as const),
        },
        {
          name: 'holding',
          label: say.holding,
          any: say.held,
          names: say.holdings,
        },
        { name: 'since', label: say.activeSince, is: 'day' },
        { name: 'before', label: say.activeBefore, is: 'day' },
      ]}
      sort={order}
      none={{ title: say.noneTitle, text: say.noneText, icon: <PeopleIcon size={26} /> }}
      noneFound={say}
      csv={exportPath(state)}
      bulk={{
        can: () => true,
        takesMatching: true,
        bar: ({ rows, matching }, done) => (
          <VolunteerBulk
            selected={matching === null ? { ids: rows.map(({ id }) => id) } : { matching: { filter, count: matching } }}
            count={matching ?? rows.length}
            file={matching === null ? exportOf(rows) : exportPath(state)}
            onDone={done}
          />
        ),
      }}
      columns={[
        {
          key: 'name',
          header: say.name,
          to: ({ id }) => `/volunteers/${id}`,
          sort: { up: ['NAME', say.orders.NAME] },
          under: ({ isMinor, standings: theirs }) => [
            isMinor && <Badge tone="warn">{say.minor}</Badge>,
            theirs.some(({ standing }) => standing === 'LEAD') && (
              <Badge tone="good">{words.enums.volunteerStanding.LEAD}</Badge>
            ),
          ],
        },
        {
          key: 'email',
          header: say.email,
          cell: ({ email }) => email ?? t.common.noEmail,
          under: ({ phone }) => phone && phoneText(phone),
          onCard: 'plain',
        },
        { key: 'homeChapter', header: say.chapter, cell: ({ homeChapter }) => homeChapter?.name ?? null },
        {
          key: 'skills',
          header: say.skills,
          cell: ({ skills }) => skills.map((term) => termName(locale, term)).join(', ') || null,
        },
        {
          key: 'availability',
          header: say.availability,
          cell: ({ availability }) => weekdays(locale, availability) || null,
        },
        {
          key: 'heldCredentials',
          header: say.credentials,
          cell: ({ heldCredentials }) =>
            heldCredentials.length > 0 && (
              <ul className={classes.plain}>
                {heldCredentials.map((held) => (
                  <li key={held.typeId}>
                    {termName(locale, held)}
                    {held.endsSoon && held.expiresOn && (
                      <span className={classes.quiet}>{say.until({ day: calendarDay(locale, held.expiresOn) })}</span>
                    )}
                  </li>
                ))}
              </ul>
            ),
        },
        { key: 'tags', header: say.tags, cell: ({ tags }) => tags.join(', ') || null },
        {
          key: 'activeAt',
          header: say.activeAt,
          sort: { down: ['LAST_ACTIVE', say.orders.LAST_ACTIVE] },
        },
      ]}
    />
  );
}
