import type { AdminCatalog } from '@upstander/web-kit';
import type { Me } from '../session/me';
import {
  type Area,
  canEditDirectory,
  canManage,
  canSeeFundraisers,
  canSeeMoney,
  isAdvocate,
  mayOrganize,
  mayWriteArticles,
} from '../session/use-me';
import { isAreaInUse, sectionsFor } from '../navigation/sections';

type Texts = AdminCatalog<'palette'>['admin'];
type ScreenName = keyof Texts['palette']['screens'];
type ActionName = keyof Texts['palette']['actions'];

export interface Command {
  id: string;
  label: string;
  hint?: string;
  /** Hidden search terms. */
  aliases?: string | undefined;
  to?: string;
  run?: () => void;
}

const actions: ReadonlyArray<{ name: ActionName; to: string; opens: (me: Me) => boolean; area?: Area }> = [
  { name: 'newEvent', to: '/events/new', opens: mayOrganize, area: 'EVENTS' },
  { name: 'newFundraiser', to: '/fundraisers/new', opens: (me) => mayOrganize(me) && canSeeFundraisers(me) },
  { name: 'recordGift', to: '/gifts/new', opens: canSeeMoney, area: 'GIFTS' },
  { name: 'recordDisbursement', to: '/disbursements?record=choose', opens: canSeeMoney, area: 'DISBURSEMENTS' },
  { name: 'newArticle', to: '/articles/new', opens: mayWriteArticles, area: 'ARTICLES' },
  { name: 'newCourse', to: '/courses/new', opens: mayWriteArticles },
  { name: 'newHelpLine', to: '/help-lines/new', opens: canEditDirectory, area: 'HELP_DIRECTORY' },
  { name: 'newService', to: '/services/new', opens: canEditDirectory, area: 'HELP_DIRECTORY' },
  { name: 'newApplication', to: '/applications/new', opens: isAdvocate },
];

/** Screens that are tabs or buttons of another screen. */
const innerScreens: ReadonlyArray<{ name: ScreenName; to: string; parent: keyof Texts['common']['nav'] }> = [
  { name: 'series', to: '/events/series', parent: 'events' },
  { name: 'calendar', to: '/events/calendar', parent: 'events' },
  { name: 'refunds', to: '/gifts/refunds', parent: 'gifts' },
  { name: 'pledges', to: '/gifts/pledges', parent: 'gifts' },
  { name: 'cash', to: '/gifts/cash', parent: 'gifts' },
  { name: 'imports', to: '/gifts/imports', parent: 'gifts' },
  { name: 'discrepancies', to: '/reconciliation/discrepancies', parent: 'reconciliation' },
  { name: 'cardTesting', to: '/reconciliation/cards', parent: 'reconciliation' },
  { name: 'transactions', to: '/ledger/transactions', parent: 'ledger' },
  { name: 'ledgerCheck', to: '/ledger/check', parent: 'ledger' },
  { name: 'schoolsList', to: '/schools/list', parent: 'schools' },
  { name: 'talks', to: '/schools/talks', parent: 'schools' },
  { name: 'contacts', to: '/schools/contacts', parent: 'schools' },
  { name: 'directory', to: '/schools/directory', parent: 'schools' },
  { name: 'serviceFiles', to: '/services/files', parent: 'services' },
  { name: 'holds', to: '/peoples-data/holds', parent: 'peoplesData' },
  { name: 'retention', to: '/peoples-data/kept', parent: 'peoplesData' },
  { name: 'texts', to: '/mail/texts', parent: 'mail' },
];

export type Runs = Record<'light' | 'dark' | 'auto' | 'language' | 'publicSite' | 'signOut' | 'keys', () => void>;

export function actionsFor(me: Me, t: Texts, runs: Runs): Command[] {
  const labels = t.palette;
  const aliases: Record<string, string> = labels.commandAlso;
  return [
    ...actions
      .filter(({ opens, area }) => opens(me) || (area && canManage(me, area) && isAreaInUse(me, area)))
      .map(({ name, to }) => ({ id: name, to, label: labels.actions[name], aliases: aliases[name] })),
    ...(['light', 'dark', 'auto', 'language', 'publicSite', 'signOut'] as const).map((name) => ({
      id: name,
      label: labels.actions[name],
      aliases: aliases[name],
      run: runs[name],
    })),
    { id: 'keys', label: labels.keysTitle, aliases: aliases['keys'], run: runs.keys },
  ];
}

export function screensFor(me: Me, t: Texts): Command[] {
  const { nav, sections: names } = t.common;
  const aliases: Record<string, string> = t.palette.also;
  const innerAliases: Record<string, string> = t.palette.commandAlso;
  return sectionsFor(me).flatMap(({ name: section, screens }) =>
    screens.flatMap((screen) => [
      {
        id: screen.to,
        to: screen.to,
        label: nav[screen.name],
        ...(nav[screen.name] !== names[section] && { hint: names[section] }),
        aliases: aliases[screen.name],
      },
      ...innerScreens
        .filter(({ parent }) => parent === screen.name)
        .map(({ name, to }) => ({
          id: to,
          to,
          label: t.palette.screens[name],
          hint: nav[screen.name],
          aliases: innerAliases[name],
        })),
    ]),
  );
}

/** Commands named so come before those found by another word. */
export function matchingCommands(commands: readonly Command[], searchText: string): Command[] {
  const text = searchText.trim();
  if (text === '') return [...commands];
  const rank = ({ label }: Command) =>
    foldAccents(label).startsWith(foldAccents(text)) ? 0 : matchesWords(label, text) ? 1 : 2;
  return commands
    .filter(({ label, hint, aliases }) => matchesWords(`${label} ${hint ?? ''} ${aliases ?? ''}`, text))
    .sort((one, other) => rank(one) - rank(other));
}

/** Ignores case and accents. */
export function matchesWords(text: string, searchText: string): boolean {
  const foldedText = foldAccents(text);
  return foldAccents(searchText)
    .split(/\s+/)
    .every((word) => foldedText.includes(word));
}

function foldAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
