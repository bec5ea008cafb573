import {
  BadgeIcon,
  BankIcon,
  BookIcon,
  BriefcaseIcon,
  BuildingIcon,
  CalendarIcon,
  CameraIcon,
  ChapterIcon,
  ChartIcon,
  EyeIcon,
  FlagIcon,
  HandsIcon,
  HeartIcon,
  HomeIcon,
  InboxIcon,
  KeyIcon,
  LockIcon,
  MailIcon,
  MatchIcon,
  PeopleIcon,
  PersonIcon,
  ReadIcon,
  PhoneIcon,
  ReceiptIcon,
  RepeatIcon,
  ScaleIcon,
  SendIcon,
  ShieldIcon,
  TalkIcon,
  TickIcon,
} from '../parts/ui/icons';
import {
  isAdmin,
  isAdvocate,
  canEditDirectory,
  mayModerate,
  mayOrganize,
  mayWriteArticles,
  canSeeFundraisers,
  canSeeMoney,
  canSeeTrail,
} from '../session/use-me';

const allowEveryone = () => true;
export const home = { to: '/', name: 'home', Icon: HomeIcon, opens: allowEveryone } as const;

export const groups = [
  {
    name: 'volunteering',
    places: [
      { to: '/events', name: 'events', Icon: CalendarIcon, opens: mayOrganize },
      { to: '/volunteers', name: 'volunteers', Icon: HandsIcon, opens: mayOrganize },
      { to: '/credentials', name: 'credentials', Icon: BadgeIcon, opens: mayOrganize },
      { to: '/schools', name: 'schools', Icon: BookIcon, opens: mayOrganize },
    ],
  },
  {
    name: 'fundraising',
    places: [
      { to: '/fundraisers', name: 'fundraisers', Icon: FlagIcon, opens: canSeeFundraisers },
      { to: '/beneficiaries', name: 'beneficiaries', Icon: HandsIcon, opens: canSeeMoney },
      { to: '/gifts', name: 'gifts', Icon: HeartIcon, opens: canSeeMoney },
      { to: '/recurring-gifts', name: 'recurringGifts', Icon: RepeatIcon, opens: canSeeMoney },
      { to: '/disputes', name: 'disputes', Icon: ScaleIcon, opens: canSeeMoney },
      { to: '/receipts', name: 'receipts', Icon: ReceiptIcon, opens: canSeeMoney },
      { to: '/matching', name: 'matching', Icon: MatchIcon, opens: canSeeMoney },
      { to: '/disbursements', name: 'disbursements', Icon: SendIcon, opens: canSeeMoney },
      { to: '/reconciliation', name: 'reconciliation', Icon: BankIcon, opens: canSeeMoney },
      { to: '/ledger', name: 'ledger', Icon: BookIcon, opens: canSeeMoney },
    ],
  },
  {
    name: 'opportunities',
    places: [
      { to: '/approvals', name: 'approvals', Icon: TickIcon, opens: mayModerate },
      { to: '/businesses', name: 'businesses', Icon: BuildingIcon, opens: mayModerate },
      { to: '/opportunities', name: 'opportunities', Icon: BriefcaseIcon, opens: mayModerate },
    ],
  },
  {
    name: 'advocacy',
    places: [
      { to: '/applications', name: 'applications', Icon: InboxIcon, opens: isAdvocate },
      { to: '/consultations', name: 'consultations', Icon: TalkIcon, opens: isAdvocate },
      { to: '/keys', name: 'keys', Icon: KeyIcon, opens: isAdvocate },
    ],
  },
  {
    name: 'learning',
    places: [
      { to: '/articles', name: 'articles', Icon: ReadIcon, opens: mayWriteArticles },
      { to: '/courses', name: 'courses', Icon: TickIcon, opens: mayWriteArticles },
    ],
  },
  {
    name: 'help',
    places: [
      { to: '/help-lines', name: 'helpLines', Icon: PhoneIcon, opens: canEditDirectory },
      { to: '/services', name: 'services', Icon: BookIcon, opens: canEditDirectory },
      { to: '/legal', name: 'legal', Icon: ScaleIcon, opens: canEditDirectory },
    ],
  },
  {
    name: 'site',
    places: [
      { to: '/site-messages', name: 'siteMessages', Icon: InboxIcon, opens: mayOrganize },
      { to: '/photos', name: 'photos', Icon: CameraIcon, opens: mayModerate },
    ],
  },
  {
    name: 'organization',
    places: [
      { to: '/trail', name: 'trail', Icon: EyeIcon, opens: canSeeTrail },
      { to: '/report', name: 'report', Icon: ChartIcon, opens: canSeeTrail },
      { to: '/mail', name: 'mail', Icon: MailIcon, opens: isAdmin },
      { to: '/people', name: 'people', Icon: PeopleIcon, opens: isAdmin },
      { to: '/security', name: 'security', Icon: ShieldIcon, opens: isAdmin },
      { to: '/staff-actions', name: 'staffActions', Icon: EyeIcon, opens: isAdmin },
      { to: '/peoples-data', name: 'peoplesData', Icon: LockIcon, opens: canSeeMoney },
      { to: '/health', name: 'health', Icon: ChartIcon, opens: canSeeMoney },
      { to: '/chapters', name: 'chapters', Icon: ChapterIcon, opens: isAdmin },
      { to: '/account', name: 'account', Icon: PersonIcon, opens: allowEveryone },
    ],
  },
] as const;

export type Place = typeof home | (typeof groups)[number]['places'][number];
