import type { StartCatalog } from '@upstander/web-kit';
import type { ComponentType } from 'react';
import {
  BriefcaseIcon,
  BuildingIcon,
  CalendarIcon,
  ChartIcon,
  FileIcon,
  HeartIcon,
  HomeIcon,
  InboxIcon,
  KeyIcon,
  MailIcon,
  OptionsIcon,
  PeopleIcon,
  ReadIcon,
  TalkIcon,
} from '../parts/ui/icons';
import type { Me } from '../session/me';
import {
  canEditDirectory,
  canSeeFundraisers,
  canSeeMoney,
  canSeeTrail,
  hasPowerfulRole,
  isAdmin,
  isAdvocate,
  mayModerate,
  mayOrganize,
  mayReview,
  mayWriteArticles,
} from '../session/use-me';

type Common = StartCatalog['admin']['common'];

export interface NavScreen {
  to: string;
  name: keyof Common['nav'];
  opens: (me: Me) => boolean;
  /** True for a page that lists the other screens of its section. */
  isOverview?: true;
}

export interface Section {
  name: keyof Common['sections'];
  Icon: ComponentType<{ size?: number }>;
  /** The first screen that the user may open is where the entry leads. */
  screens: readonly NavScreen[];
}

const allowEveryone = () => true;

/** True if any of the Inbox's queues may hold an item for the user. */
export const hasInbox = (me: Me) => mayOrganize(me) || mayReview(me) || hasPowerfulRole(me) || mayWriteArticles(me);

export const hasReports = (me: Me) => mayOrganize(me) || canSeeMoney(me) || canSeeTrail(me);

export const sections: readonly Section[] = [
  { name: 'home', Icon: HomeIcon, screens: [{ to: '/', name: 'home', opens: allowEveryone }] },
  { name: 'inbox', Icon: InboxIcon, screens: [{ to: '/inbox', name: 'inbox', opens: hasInbox }] },
  { name: 'applications', Icon: FileIcon, screens: [{ to: '/applications', name: 'applications', opens: isAdvocate }] },
  {
    name: 'consultations',
    Icon: TalkIcon,
    screens: [{ to: '/consultations', name: 'consultations', opens: isAdvocate }],
  },
  { name: 'keys', Icon: KeyIcon, screens: [{ to: '/keys', name: 'keys', opens: isAdvocate }] },
  { name: 'events', Icon: CalendarIcon, screens: [{ to: '/events', name: 'events', opens: mayOrganize }] },
  {
    name: 'people',
    Icon: PeopleIcon,
    screens: [
      { to: '/volunteers', name: 'volunteers', opens: mayOrganize },
      { to: '/credentials', name: 'credentials', opens: mayOrganize },
      { to: '/volunteers/hours', name: 'hours', opens: mayOrganize },
      { to: '/volunteers/duplicates', name: 'duplicates', opens: isAdmin },
    ],
  },
  {
    name: 'messages',
    Icon: MailIcon,
    screens: [{ to: '/site-messages', name: 'siteMessages', opens: mayOrganize }],
  },
  {
    name: 'giving',
    Icon: HeartIcon,
    screens: [
      { to: '/gifts', name: 'gifts', opens: canSeeMoney },
      { to: '/fundraisers', name: 'fundraisers', opens: canSeeFundraisers },
      { to: '/recurring-gifts', name: 'recurringGifts', opens: canSeeMoney },
      { to: '/receipts', name: 'receipts', opens: canSeeMoney },
      { to: '/matching', name: 'matching', opens: canSeeMoney },
      { to: '/disputes', name: 'disputes', opens: canSeeMoney },
      { to: '/beneficiaries', name: 'beneficiaries', opens: canSeeMoney },
      { to: '/disbursements', name: 'disbursements', opens: canSeeMoney },
      { to: '/reconciliation', name: 'reconciliation', opens: canSeeMoney },
      { to: '/ledger', name: 'ledger', opens: canSeeMoney },
    ],
  },
  {
    name: 'opportunities',
    Icon: BriefcaseIcon,
    screens: [
      { to: '/opportunities', name: 'opportunities', opens: mayModerate },
      { to: '/businesses', name: 'businesses', opens: mayModerate },
      { to: '/approvals', name: 'approvals', opens: mayModerate },
    ],
  },
  {
    name: 'learning',
    Icon: ReadIcon,
    screens: [
      { to: '/help-lines', name: 'helpLines', opens: canEditDirectory },
      { to: '/services', name: 'services', opens: canEditDirectory },
      { to: '/articles', name: 'articles', opens: mayWriteArticles },
      { to: '/courses', name: 'courses', opens: mayWriteArticles },
      { to: '/photos', name: 'photos', opens: mayModerate },
    ],
  },
  { name: 'schools', Icon: BuildingIcon, screens: [{ to: '/schools', name: 'schools', opens: mayOrganize }] },
  {
    name: 'reports',
    Icon: ChartIcon,
    screens: [
      { to: '/reports', name: 'reports', opens: hasReports, isOverview: true },
      { to: '/volunteers/report', name: 'hoursReport', opens: mayOrganize },
      { to: '/ledger/over-time', name: 'moneyReport', opens: canSeeMoney },
      { to: '/schools/report', name: 'schoolsReport', opens: mayOrganize },
      { to: '/report', name: 'report', opens: canSeeTrail },
    ],
  },
  {
    name: 'settings',
    Icon: OptionsIcon,
    screens: [
      { to: '/settings', name: 'settings', opens: allowEveryone, isOverview: true },
      { to: '/settings/organization', name: 'organization', opens: isAdmin },
      { to: '/settings/volunteering', name: 'volunteeringRules', opens: isAdmin },
      { to: '/settings/emails', name: 'emailWording', opens: isAdmin },
      { to: '/account', name: 'account', opens: allowEveryone },
      { to: '/chapters', name: 'chapters', opens: isAdmin },
      { to: '/people', name: 'people', opens: isAdmin },
      { to: '/role-requests', name: 'roleRequests', opens: hasPowerfulRole },
      { to: '/credentials/types', name: 'credentialTypes', opens: isAdmin },
      { to: '/volunteers/terms', name: 'terms', opens: isAdmin },
      { to: '/mail', name: 'mail', opens: isAdmin },
      { to: '/settings/webhooks', name: 'webhooks', opens: isAdmin },
      { to: '/peoples-data', name: 'peoplesData', opens: canSeeMoney },
      { to: '/legal', name: 'legal', opens: canEditDirectory },
      { to: '/security', name: 'security', opens: isAdmin },
      { to: '/staff-actions', name: 'staffActions', opens: isAdmin },
      { to: '/trail', name: 'trail', opens: canSeeTrail },
      { to: '/health', name: 'health', opens: canSeeMoney },
    ],
  },
];

export function sectionsFor(me: Me): Section[] {
  return sections
    .map((section) => ({ ...section, screens: section.screens.filter(({ opens }) => opens(me)) }))
    .filter(({ screens }) => screens.length > 0);
}

/** The longest matching address wins. */
export function screenAt(path: string, shownSections: readonly Section[]): NavScreen | undefined {
  return shownSections
    .flatMap(({ screens }) => screens)
    .filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)))
    .sort((one, other) => other.to.length - one.to.length)[0];
}
