import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { phoneText } from '@upstander/web-kit';
import { Link } from 'react-router';
import { useRead } from '../api/use-api';
import { useTypeOptions } from '../credentials/type-options';
import { termName } from '../parts/forms/terms-field';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { PeopleIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { calendarDay } from '../parts/ui/dates';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { credentialFilter, exportOf, exportPath } from './export-path';
import { volunteerChoicesQuery } from './queries';
import { weekdays, weekdayNames } from './availability-text';
import { standings } from './standings';
import { VolunteerBulk } from './volunteer-bulk';

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

export function VolunteerList() {
  const { t, labels, words, locale } = useWords('volunteers');
  const state = useSearchState();
  const { myChapters: mine } = useChapters();
  const me = useMe();
  const { data: choices } = useRead(volunteerChoicesQuery, {});
  const credentialOptions = useTypeOptions();
  const sortOrder = state.oneOf('sort', labels.orders) ?? 'NAME';
  const weekday = state.oneOf('weekday', ['1', '2', '3', '4', '5', '6', '7']);
  const filter = {
    text: state.text(),
    chapterId: state.text('chapter'),
    skillId: state.text('skill'),
    tag: state.text('tag'),
    standing: state.oneOf('standing', standings),
    ...credentialFilter(state),
    weekday: weekday && Number(weekday),
    activeSince: state.startOf('since'),
    activeBefore: state.startOf('before'),
  };
  return (
    <ListPage
      name="volunteers"
      labels={labels}
      buttons={
        <>
          <Button component={Link} to="/volunteers/hours" variant="default">
            {labels.hours.open}
          </Button>
          <Button component={Link} to="/volunteers/report" variant="default">
            {t.common.report}
          </Button>
          {isAdmin(me) && (
            <>
              <Button component={Link} to="/volunteers/duplicates" variant="default">
                {labels.merge.duplicates}
              </Button>
              <Button component={Link} to="/volunteers/terms" variant="default">
                {labels.terms}
              </Button>
            </>
          )}
        </>
      }
      document={volunteersQuery}
      variables={{ filter, order: sortOrder }}
      first={30}
      path="volunteers"
      search={{ label: labels.search, hint: t.shared.nameEmailOrPhone }}
      filters={[
        mine.length > 1 && {
          name: 'chapter',
          label: labels.chapter,
          options: mine.map(({ id, name }) => [id, name] as const),
        },
        {
          name: 'skill',
          label: labels.skills,
          options: (choices?.volunteerTerms ?? []).map((term) => [term.id, termName(locale, term)] as const),
        },
        { name: 'weekday', label: labels.availability, options: weekdayNames(locale) },
        {
          name: 'tag',
          label: labels.tag,
          options: (choices?.volunteerTags ?? []).map(({ name }) => [name, name] as const),
        },
        {
          name: 'standing',
          label: labels.standing,
          options: standings.map((standing) => [standing, words.enums.volunteerStanding[standing]] as const),
        },
        {
          name: 'credential',
          label: t.shared.credential,
          options: credentialOptions.map(({ value, label }) => [value, label] as const),
        },
        {
          name: 'holding',
          label: labels.holding,
          emptyOption: labels.held,
          options: labels.holdings,
        },
        { name: 'since', label: labels.activeSince, type: 'day' },
        { name: 'before', label: labels.activeBefore, type: 'day' },
      ]}
      sort={sortOrder}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <PeopleIcon size={26} /> }}
      csv={exportPath(state)}
      bulk={{
        isSelectable: () => true,
        canSelectMatching: true,
        bar: ({ rows, matching }, done) => (
          <VolunteerBulk
            selection={
              matching === null ? { ids: rows.map(({ id }) => id) } : { matching: { filter, count: matching } }
            }
            count={matching ?? rows.length}
            file={matching === null ? exportOf(rows) : exportPath(state)}
            onDone={done}
          />
        ),
      }}
      columns={[
        {
          key: 'name',
          header: labels.name,
          linkTo: ({ id }) => `/volunteers/${id}`,
          sort: { ascending: ['NAME', labels.orders.NAME] },
          secondary: ({ isMinor, standings: currentStandings }) => [
            isMinor && <Badge tone="warn">{labels.minor}</Badge>,
            currentStandings.some(({ standing }) => standing === 'LEAD') && (
              <Badge tone="good">{words.enums.volunteerStanding.LEAD}</Badge>
            ),
          ],
        },
        {
          key: 'email',
          header: labels.email,
          render: ({ email }) => email ?? t.common.noEmail,
          mobile: 'plain',
        },
        { key: 'phone', header: labels.phone, wide: true, render: ({ phone }) => phone && phoneText(phone) },
        { key: 'homeChapter', header: labels.chapter, render: ({ homeChapter }) => homeChapter?.name ?? null },
        {
          key: 'skills',
          header: labels.skills,
          render: ({ skills }) => skills.map((term) => termName(locale, term)).join(', ') || null,
        },
        {
          key: 'availability',
          header: labels.availability,
          render: ({ availability }) => weekdays(locale, availability) || null,
        },
        {
          key: 'heldCredentials',
          header: t.shared.credentials,
          render: ({ heldCredentials }) =>
            heldCredentials
              .map((credential) =>
                [
                  termName(locale, credential),
                  credential.endsSoon &&
                    credential.expiresOn &&
                    labels.until({ day: calendarDay(locale, credential.expiresOn) }),
                ]
                  .filter(Boolean)
                  .join(' '),
              )
              .join(', ') || null,
        },
        { key: 'tags', header: labels.tags, wide: true, render: ({ tags }) => tags.join(', ') || null },
        {
          key: 'activeAt',
          header: labels.activeAt,
          sort: { descending: ['LAST_ACTIVE', labels.orders.LAST_ACTIVE] },
        },
      ]}
    />
  );
}
