// Made by `npm run words` of the messages in libs/web-kit/messages: write there.
import { $number, $plural } from '../en.js';

export const palette = {
  title: 'Search',
  label: 'Search screens, people, events and money',
  hint: 'A screen, a name, an event, a gift…',
  results: 'What was found',
  groups: {
    actions: 'Actions',
    screens: 'Screens',
    events: 'Events',
    fundraisers: 'Fundraisers',
    gifts: 'Gifts',
    businesses: 'Businesses',
    accounts: 'People',
    volunteers: 'Volunteers',
  },
  found: ({ count }: { count: number }): string => $plural(count, { one: '1 result', other: `${$number(count)} results` }),
  none: ({ text }: { text: string }): string => `Nothing found for “${text}”.`,
  keysTitle: 'Keyboard shortcuts',
  keys: {
    search: 'search everything',
    list: 'to the search of the list',
    help: 'show these keys',
    save: 'save the form',
    close: 'close what is open',
    next: 'the next one (approvals)',
    previous: 'the one before (approvals)',
    back: 'from a review back to the list',
  },
  singleKeys: 'Single keys do something',
  singleKeysHint: 'Switch them off if you press keys without meaning to, or speak to your computer.',
  theme: 'Theme',
  themes: {
    auto: 'Automatic',
    light: 'Light',
    dark: 'Dark',
  },
  what: 'what was found',
  all: 'Show all of them',
};
