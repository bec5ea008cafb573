// Made by `npm run words` of the messages in libs/web-kit/messages: write there.
import { $number, $plural } from '../en.js';

export const approvals = {
  title: 'Approvals',
  lead: 'Businesses and opportunities that wait for a decision, longest wait first.',
  what: 'what waits',
  list: 'What waits for a decision',
  waits: ({ when }: { when: string }): string => `submitted ${when}`,
  renews: ({ when }: { when: string }): string => `yearly renewal, submitted ${when}`,
  flags: ({ count }: { count: number }): string => $plural(count, { one: '1 warning sign', other: `${$number(count)} warning signs` }),
  failed: ({ count }: { count: number }): string => $plural(count, { one: '1 check failed', other: `${$number(count)} checks failed` }),
  given: ({ given, needed }: { given: number; needed: number }): string => `${$number(given)} of ${$number(needed)} approvals`,
  mine: 'You approved it; a second person is needed',
  noneTitle: 'Nothing waits for a decision',
  noneText: 'New businesses and opportunities appear here automatically.',
  shortcuts: 'Keyboard',
};
