/** The one queue of what waits for a decision. */
export const approvals = {
  title: 'Approvals',
  lead: 'Businesses and listings that wait for a yes or a no, whoever waits longest first.',
  what: 'the queue',
  list: 'What waits for a decision',
  waits: (when: string) => `submitted ${when}`,
  flags: (count: number) => (count === 1 ? '1 warning sign' : `${count} warning signs`),
  failed: (count: number) => (count === 1 ? '1 check failed' : `${count} checks failed`),
  given: (given: number, needed: number) => `${given} of ${needed} approvals`,
  mine: 'You said yes; a second person is needed',
  noneTitle: 'Nothing waits for a decision',
  noneText: 'New businesses and listings appear here by themselves.',
  shortcuts: 'Keyboard',
  keys: {
    next: 'the next one',
    previous: 'the one before',
    open: 'opens it',
    back: 'from a review back to the queue',
    help: 'shows these keys',
  },
  singleKeys: 'Single keys do something',
  singleKeysHint: 'Switch them off if you press keys without meaning to, or speak to your computer.',
};
