import { useDebouncedValue } from '@mantine/hooks';
import { moneyText } from '@upstander/web-kit';
import { useRead } from '../api/use-api';
import { rowsOf } from '../parts/lists/connection';
import { day, formatListDateTime } from '../parts/ui/dates';
import type { Me } from '../session/me';
import {
  canView,
  hasCustomArea,
  hasFeature,
  isAdmin,
  mayApproveBusinesses,
  mayOrganize,
  canSeeFundraisers,
  canSeeMoney,
} from '../session/use-me';
import { useWords } from '../words/words';
import type { Command } from './commands';
import { findQuery } from './find-query';

export interface Group {
  name: string;
  commands: readonly Command[];
}

const maxResults = 5;

/** Searches from two characters on, debounced. */
export function useSearchResults(me: Me, searchText: string): { groups: Group[]; isSearching: boolean } {
  const { t, locale } = useWords('money', 'palette');
  const [text] = useDebouncedValue(searchText.trim(), 200);
  const isEnabled = text.length >= 2;
  const { data, isPlaceholderData } = useRead(
    findQuery,
    {
      text,
      events: mayOrganize(me) || canView(me, 'EVENTS'),
      parties: mayOrganize(me),
      volunteers: mayOrganize(me) || canView(me, 'VOLUNTEERS'),
      fundraisers: canSeeFundraisers(me) || (canView(me, 'CAMPAIGNS') && hasFeature(me, 'FUNDRAISING')),
      gifts: canSeeMoney(me) || (hasCustomArea(me, 'GIFTS', ['FINANCE']) && hasFeature(me, 'FUNDRAISING')),
      businesses: mayApproveBusinesses(me) || (canView(me, 'BUSINESSES') && hasFeature(me, 'OPPORTUNITIES')),
      accounts: isAdmin(me),
    },
    { enabled: isEnabled },
  );
  const isSearching = searchText.trim().length >= 2 && (text !== searchText.trim() || !data || isPlaceholderData);
  if (!isEnabled || !data) return { groups: [], isSearching };
  const names = t.palette.groups;
  const groups: Array<Group & { list?: string }> = [
    {
      name: names.events,
      list: '/events?view=all&',
      commands: rowsOf(data.manageEvents).map(({ id, title, startsAt, timeZone, otherDates, series }) => {
        const hint = day(locale, startsAt, timeZone);
        if (!series || !otherDates) return { id, label: title, hint, to: `/events/${id}` };
        const dates = t.palette.dates({ count: otherDates + 1 });
        return { id, label: series.title, hint: `${hint} · ${dates}`, to: `/events/series/${series.id}` };
      }),
    },
    {
      name: names.volunteers,
      list: '/volunteers?',
      commands: rowsOf(data.volunteers).map(({ id, name, email }) => ({
        id,
        label: name,
        ...(email && { hint: email }),
        to: `/volunteers/${id}`,
      })),
    },
    {
      name: names.parties,
      commands: (data.parties ?? []).map(({ id, kind, name, people, eventId, eventTitle, startsAt, timeZone }) => ({
        id,
        label: name,
        hint: [t.palette.people({ count: people }), eventTitle, day(locale, startsAt, timeZone)].join(' · '),
        to: `/events/${eventId}${kind === 'REGISTRATION' ? '/registrations' : ''}?text=${encodeURIComponent(name)}`,
      })),
    },
    {
      name: names.fundraisers,
      list: '/fundraisers?view=all&',
      commands: rowsOf(data.manageCampaigns).map(({ id, title }) => ({ id, label: title, to: `/fundraisers/${id}` })),
    },
    {
      name: t.common.gifts,
      list: '/gifts?',
      commands: rowsOf(data.gifts).map(({ id, name, campaignTitle, charged, paidAt, createdAt }) => ({
        id,
        label: name || t.money.anonymous,
        hint: [charged && moneyText(locale, charged), formatListDateTime(locale, paidAt ?? createdAt), campaignTitle]
          .filter(Boolean)
          .join(' · '),
        to: `/gifts/${id}`,
      })),
    },
    {
      name: names.businesses,
      list: '/businesses?view=all&',
      commands: rowsOf(data.manageBusinesses).map(({ id, legalName }) => ({
        id,
        label: legalName,
        to: `/businesses/${id}`,
      })),
    },
    {
      name: t.common.people,
      commands: rowsOf(data.accounts).map(({ id, name, email }) => ({
        id,
        label: name || email,
        hint: email,
        to: `/people?text=${encodeURIComponent(email)}`,
      })),
    },
  ];
  return {
    isSearching,
    groups: groups.map(({ name, commands, list }) =>
      // There may be more results, so a link opens the full list.
      list && commands.length === maxResults
        ? {
            name,
            commands: [...commands, { id: list, label: t.palette.all, to: `${list}text=${encodeURIComponent(text)}` }],
          }
        : { name, commands },
    ),
  };
}
