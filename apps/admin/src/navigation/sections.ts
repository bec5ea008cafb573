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
  type Area,
  canEditDirectory,
  coOrganizerAreas,
  canSeeFundraisers,
  canSeeMoney,
  canSeePersonalData,
  canSeeTrail,
  type Feature,
  hasCustomArea,
  hasFeature,
  isLimitedStaff,
  hasPowerfulRole,
  isAdmin,
  isAdvocate,
  mayApproveBusinesses,
  mayModerate,
  mayOrganize,
  mayReview,
  mayWriteArticles,
} from '../session/use-me';

type RoleName = Me['grants'][number]['role'];
type Common = StartCatalog['admin']['common'];

export interface NavScreen {
  to: string;
  name: keyof Common['nav'];
  opens: (me: Me) => boolean;
  /** Opens the screen to custom roles with this area and one of these base roles. */
  custom?: readonly [area: Area, ...bases: RoleName[]];
  /** Hides the screen unless the feature is in use. By default that of the section. */
  feature?: Feature;
  /** True for a page that lists the other screens of its section. */
  isOverview?: true;
}

export interface Section {
  name: keyof Common['sections'];
  Icon: ComponentType<{ size?: number }>;
  /** The first screen that the user may open is where the entry leads. */
  screens: readonly NavScreen[];
  feature?: Feature;
}

const allowEveryone = () => true;

/** True if any of the Inbox's queues may hold an item for the user. */
export const hasInbox = (me: Me) => mayOrganize(me) || mayReview(me) || hasPowerfulRole(me) || mayWriteArticles(me);

export const hasReports = (me: Me) => mayOrganize(me) || canSeeMoney(me) || canSeeTrail(me);

const allSections: readonly Section[] = [
  { name: 'home', Icon: HomeIcon, screens: [{ to: '/', name: 'home', opens: allowEveryone }] },
  { name: 'inbox', Icon: InboxIcon, screens: [{ to: '/inbox', name: 'inbox', opens: hasInbox }] },
  { name: 'applications', Icon: FileIcon, screens: [{ to: '/applications', name: 'applications', opens: isAdvocate }] },
  {
    name: 'consultations',
    Icon: TalkIcon,
    screens: [{ to: '/consultations', name: 'consultations', opens: isAdvocate }],
  },
  { name: 'keys', Icon: KeyIcon, screens: [{ to: '/keys', name: 'keys', opens: isAdvocate }] },
  {
    name: 'events',
    Icon: CalendarIcon,
    screens: [{ to: '/events', name: 'events', opens: mayOrganize, custom: ['EVENTS', 'ORGANIZER'] }],
  },
  {
    name: 'people',
    Icon: PeopleIcon,
    screens: [
      { to: '/volunteers', name: 'volunteers', opens: mayOrganize, custom: ['VOLUNTEERS', 'ORGANIZER'] },
      { to: '/credentials', name: 'credentials', opens: mayOrganize, custom: ['CREDENTIALS', 'ORGANIZER'] },
      { to: '/volunteers/hours', name: 'hours', opens: mayOrganize, custom: ['HOURS', 'ORGANIZER'] },
      { to: '/volunteers/duplicates', name: 'duplicates', opens: isAdmin },
    ],
  },
  {
    name: 'messages',
    Icon: MailIcon,
    screens: [
      { to: '/site-messages', name: 'siteMessages', opens: mayOrganize, custom: ['SITE_MESSAGES', 'ORGANIZER'] },
    ],
  },
  {
    name: 'giving',
    Icon: HeartIcon,
    feature: 'FUNDRAISING',
    screens: [
      { to: '/gifts', name: 'gifts', opens: canSeeMoney, custom: ['GIFTS', 'FINANCE'] },
      {
        to: '/fundraisers',
        name: 'fundraisers',
        opens: canSeeFundraisers,
        custom: ['CAMPAIGNS', 'FINANCE', 'MODERATOR', 'ORGANIZER'],
      },
      { to: '/recurring-gifts', name: 'recurringGifts', opens: canSeeMoney, custom: ['RECURRING_GIFTS', 'FINANCE'] },
      { to: '/receipts', name: 'receipts', opens: canSeeMoney, custom: ['RECEIPTS', 'FINANCE'] },
      { to: '/matching', name: 'matching', opens: canSeeMoney, custom: ['MATCHING', 'FINANCE'] },
      { to: '/disputes', name: 'disputes', opens: canSeeMoney, custom: ['DISPUTES', 'FINANCE'] },
      { to: '/beneficiaries', name: 'beneficiaries', opens: canSeeMoney, custom: ['BENEFICIARIES', 'FINANCE'] },
      { to: '/disbursements', name: 'disbursements', opens: canSeeMoney, custom: ['DISBURSEMENTS', 'FINANCE'] },
      { to: '/reconciliation', name: 'reconciliation', opens: canSeeMoney, custom: ['RECONCILIATION', 'FINANCE'] },
      { to: '/ledger', name: 'ledger', opens: canSeeMoney, custom: ['LEDGER', 'FINANCE'] },
    ],
  },
  {
    name: 'opportunities',
    Icon: BriefcaseIcon,
    feature: 'OPPORTUNITIES',
    screens: [
      {
        to: '/opportunities',
        name: 'opportunities',
        opens: mayApproveBusinesses,
        custom: ['OPPORTUNITIES', 'MODERATOR'],
      },
      { to: '/businesses', name: 'businesses', opens: mayApproveBusinesses, custom: ['BUSINESSES', 'MODERATOR'] },
      { to: '/approvals', name: 'approvals', opens: mayApproveBusinesses, custom: ['BUSINESSES', 'MODERATOR'] },
    ],
  },
  {
    name: 'learning',
    Icon: ReadIcon,
    screens: [
      { to: '/help-lines', name: 'helpLines', opens: canEditDirectory, custom: ['HELP_DIRECTORY', 'MODERATOR'] },
      { to: '/services', name: 'services', opens: canEditDirectory, custom: ['HELP_DIRECTORY', 'MODERATOR'] },
      { to: '/articles', name: 'articles', opens: mayWriteArticles, custom: ['ARTICLES', 'MODERATOR', 'ORGANIZER'] },
      { to: '/courses', name: 'courses', opens: mayWriteArticles, custom: ['COURSES', 'MODERATOR', 'ORGANIZER'] },
      { to: '/photos', name: 'photos', opens: mayModerate, custom: ['PHOTOS', 'MODERATOR'] },
    ],
  },
  {
    name: 'schools',
    Icon: BuildingIcon,
    screens: [{ to: '/schools', name: 'schools', opens: mayOrganize, custom: ['SCHOOLS', 'ORGANIZER'] }],
  },
  {
    name: 'reports',
    Icon: ChartIcon,
    screens: [
      { to: '/reports', name: 'reports', opens: hasReports, isOverview: true },
      { to: '/volunteers/report', name: 'hoursReport', opens: mayOrganize, custom: ['REPORTS', 'ORGANIZER'] },
      {
        to: '/ledger/over-time',
        name: 'moneyReport',
        opens: canSeeMoney,
        custom: ['REPORTS', 'FINANCE'],
        feature: 'FUNDRAISING',
      },
      { to: '/schools/report', name: 'schoolsReport', opens: mayOrganize, custom: ['SCHOOLS', 'ORGANIZER'] },
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
      { to: '/settings/roles', name: 'customRoles', opens: isAdmin },
      { to: '/role-requests', name: 'roleRequests', opens: hasPowerfulRole },
      { to: '/credentials/types', name: 'credentialTypes', opens: isAdmin },
      { to: '/volunteers/terms', name: 'terms', opens: isAdmin },
      { to: '/mail', name: 'mail', opens: isAdmin },
      { to: '/settings/access-tokens', name: 'accessTokens', opens: isAdmin },
      { to: '/settings/webhooks', name: 'webhooks', opens: mayOrganize, custom: ['WEBHOOKS', 'ORGANIZER'] },
      { to: '/peoples-data', name: 'peoplesData', opens: canSeePersonalData, custom: ['PERSONAL_DATA', 'FINANCE'] },
      { to: '/legal', name: 'legal', opens: canEditDirectory, custom: ['ARTICLES', 'MODERATOR'] },
      { to: '/security', name: 'security', opens: isAdmin },
      { to: '/staff-actions', name: 'staffActions', opens: isAdmin },
      { to: '/trail', name: 'trail', opens: canSeeTrail },
      { to: '/health', name: 'health', opens: canSeePersonalData },
    ],
  },
];

export const sections: readonly Section[] = allSections.map((section) => ({
  ...section,
  screens: section.screens.map((screen) => ({ ...(section.feature && { feature: section.feature }), ...screen })),
}));

const featureOfArea: ReadonlyMap<Area, Feature> = new Map(
  sections.flatMap(({ feature, screens }) =>
    screens.flatMap(({ custom }) => (feature && custom ? [[custom[0], feature] as const] : [])),
  ),
);

/** True if the area belongs to no feature, or to one in use. */
export function isAreaInUse(me: Me, area: Area): boolean {
  const feature = featureOfArea.get(area);
  return feature === undefined || hasFeature(me, feature);
}

export function mayOpen(me: Me, { opens, custom, feature }: NavScreen): boolean {
  if (feature && !hasFeature(me, feature)) return false;
  if (opens(me)) return true;
  if (!custom) return false;
  const [area, ...bases] = custom;
  return hasCustomArea(me, area, bases);
}

export function sectionsFor(me: Me): Section[] {
  return sections
    .map((section) => ({ ...section, screens: section.screens.filter((screen) => mayOpen(me, screen)) }))
    .filter(({ screens }) => screens.length > 0);
}

/** Screens of custom roles, which the navigation lists one by one. Home and Account have their own links. */
export function customScreensFor(me: Me): Array<NavScreen & Pick<Section, 'Icon'>> {
  if (!isLimitedStaff(me)) return [];
  return sectionsFor(me).flatMap(({ screens, Icon }) =>
    screens.filter(({ custom }) => custom).map((screen) => ({ ...screen, Icon })),
  );
}

/** Pages below a screen that belong to another area. Null for pages that check each action themselves. */
const innerAreas: ReadonlyArray<readonly [path: RegExp, area: Area | null]> = [
  [/^\/events\/(new|calendar|[^/]+\/edit)$/, 'EVENTS'],
  [/^\/events\/series(\/|$)|^\/events\/[^/]+\/repeat$/, 'SERIES'],
  [/^\/events\/[^/]+\/(registration|registrations|door-list)$/, 'REGISTRATIONS'],
  [/^\/events\/[^/]+\/messages(\/|$)/, 'MESSAGES'],
  [/^\/events\/[^/]+\/(door|badges|print|emergency-contacts)$/, 'ROSTER'],
  [/^\/events\/[^/]+\/find-people$/, 'VOLUNTEERS'],
  [/^\/events(\/[^/]+)?$|^\/$/, null],
  [/^\/gifts\/refunds$/, 'DISPUTES'],
];

/** Pages that are of no use to someone who can only view the area. */
const formPages =
  /\/(new|edit)$|^\/gifts\/imports(\/|$)|^\/events\/[^/]+\/(door|door-list|find-people|registration|repeat)$/;

/** Areas without anything to change. */
const readOnlyAreas: readonly Area[] = ['REPORTS'];

function areaAt(path: string): Area | null {
  const inner = innerAreas.find(([pattern]) => pattern.test(path));
  return inner ? inner[1] : (screenAt(path, sections)?.custom?.[0] ?? null);
}

/** Pages of an event that a co-organizer may open. The API answers only for their own events. */
const coOrganizerPages =
  /^\/events(\/calendar|\/[^/]+(\/(edit|door|badges|print|emergency-contacts|registration|registrations|door-list|messages(\/.*)?))?)?$/;

/** True if a custom role of the user, or an event that they co-organize, includes the page. */
export function isInOwnAreas(me: Me, path: string): boolean {
  if (me.coOrganizedIds.length > 0 && coOrganizerPages.test(path) && !/^\/events\/(new|series)$/.test(path))
    return true;
  const screen = screenAt(path, sections);
  const area = areaAt(path) ?? screen?.custom?.[0];
  if (screen?.feature && !hasFeature(me, screen.feature)) return false;
  if (!screen?.custom || !area || (formPages.test(path) && !me.manageAreas.includes(area))) return false;
  return hasCustomArea(me, area, screen.custom.slice(1) as RoleName[]);
}

export function pageAccessAt(me: Me, path: string) {
  const mayOpen = (to: string) => !isLimitedStaff(me) || isInOwnAreas(me, to);
  return { mayChange: mayChangeAt(me, path), mayOpen };
}

/** True unless the user can only view the page. */
export function mayChangeAt(me: Me, path: string): boolean {
  const area = areaAt(path);
  const eventId = /^\/events\/([^/]+)\//.exec(path)?.[1];
  // A co-organizer of a series has only its ID, so we can't tell which events belong to it. The API checks each action.
  if (eventId && area && me.coOrganizedIds.length > 0 && coOrganizerAreas.includes(area)) return true;
  return area === null || readOnlyAreas.includes(area) || me.manageAreas.includes(area);
}

/** The longest matching address wins. */
export function screenAt(path: string, shownSections: ReadonlyArray<Pick<Section, 'screens'>>): NavScreen | undefined {
  return shownSections
    .flatMap(({ screens }) => screens)
    .filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)))
    .sort((one, other) => other.to.length - one.to.length)[0];
}
