import type { AdminCatalog } from '@upstander/web-kit';
import type { Me } from '../session/me';
import { hasPowerfulRole, mayOrganize, canSeeMoney } from '../session/use-me';
import { groups, home } from '../navigation/navigation-items';

export const commandAreas = [
  'gifts',
  'events',
  'fundraisers',
  'ledger',
  'offlineGifts',
  'palette',
  'people',
  'reconciliation',
] as const;

type Texts = AdminCatalog<(typeof commandAreas)[number]>['admin'];

export interface Command {
  id: string;
  label: string;
  hint?: string;
  /** Hidden search terms. */
  aliases?: string | undefined;
  to?: string;
  run?: () => void;
}

export function actionsFor(me: Me, t: Texts): Command[] {
  return [
    ...(mayOrganize(me)
      ? [
          { id: 'new-event', label: t.events.newEvent, to: '/events/new' },
          { id: 'new-fundraiser', label: t.fundraisers.newFundraiser, to: '/fundraisers/new' },
        ]
      : []),
    ...(canSeeMoney(me)
      ? [
          { id: 'record-gift', label: t.gifts.byHand, to: '/gifts/new' },
          { id: 'import-gifts', label: t.offlineGifts.importTitle, to: '/gifts/imports' },
        ]
      : []),
  ];
}

export function screensFor(me: Me, t: Texts): Command[] {
  const { nav, navGroups } = t.common;
  const aliases: Record<string, string> = t.palette.also;
  const { screens } = t.palette;
  const inside = (to: string, label: string, hint: string): Command => ({ id: to, to, label, hint });
  return [
    { id: home.to, to: home.to, label: nav.home },
    ...groups.flatMap(({ name, places }) =>
      places
        .filter(({ opens }) => opens(me))
        .map((place) => ({
          id: place.to,
          to: place.to,
          label: nav[place.name],
          hint: navGroups[name],
          aliases: aliases[place.name],
        })),
    ),
    ...(mayOrganize(me)
      ? [
          inside('/volunteers/hours', screens.hours, nav.volunteers),
          inside('/volunteers/report', screens.hoursReport, nav.volunteers),
        ]
      : []),
    ...(canSeeMoney(me)
      ? [
          inside('/gifts/refunds', t.gifts.refunds, nav.gifts),
          inside('/gifts/pledges', t.gifts.pledges, nav.gifts),
          inside('/gifts/cash', t.offlineGifts.cash, nav.gifts),
          inside('/reconciliation/discrepancies', t.reconciliation.discrepancies, nav.reconciliation),
          inside('/reconciliation/cards', t.reconciliation.cards, nav.reconciliation),
          inside('/ledger/transactions', t.ledger.transactions, nav.ledger),
          inside('/ledger/over-time', t.ledger.overTime, nav.ledger),
          inside('/ledger/check', t.ledger.checks, nav.ledger),
        ]
      : []),
    ...(hasPowerfulRole(me) ? [inside('/role-requests', t.people.requests, navGroups.organization)] : []),
  ];
}

/** True if the text contains every typed word, ignoring case and accents. */
export function matchesWords(text: string, searchText: string): boolean {
  const foldedText = foldAccents(text);
  return foldAccents(searchText)
    .split(/\s+/)
    .every((word) => foldedText.includes(word));
}

function foldAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
