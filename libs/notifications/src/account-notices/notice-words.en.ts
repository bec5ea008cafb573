export interface NoticeFacts {
  /** Account name; null for the reader's own. */
  readonly who: string | null;
  /** Actor's name; null for jobs and the command line. */
  readonly by: string | null;
  readonly role: string;
  readonly place: string;
  readonly begins: string;
}

export interface NoticeText {
  readonly subject: string;
  readonly said: string;
  /** The reader's options. */
  readonly more: string;
}

const object =
  'If you don’t know why, decline it under People and roles before it takes effect, and talk with the others.';
const own = 'If you didn’t expect this, please tell another admin or your server operator right away.';
const act = ({ by }: NoticeFacts) => (by ? `${by} has` : 'The system has');
const whose = ({ who }: NoticeFacts) => (who ? `${who}’s` : 'your');
const Whose = ({ who }: NoticeFacts) => (who ? `${who}’s` : 'Your');

export const noticesEn = {
  'role-granted': (f: NoticeFacts) => ({
    subject: `You have a new role: ${f.role}`,
    said: `${act(f)} given you the ${f.role} role (${f.place}).`,
    more: own,
  }),
  'role-requested': (f: NoticeFacts) => ({
    subject: f.who ? `Your approval is needed: ${f.who} as ${f.role}` : `The ${f.role} role was requested for you`,
    said: `${act(f)} requested the ${f.role} role (${f.place}) for ${f.who ?? 'you'}. Someone else with this role has to approve it.`,
    more: f.who ? 'Approve or decline it under People and roles.' : own,
  }),
  'role-approved': (f: NoticeFacts) => ({
    subject: `${f.who ?? 'You'} as ${f.role}: from ${f.begins}`,
    said: `${act(f)} approved the ${f.role} role (${f.place}) for ${f.who ?? 'you'}. It takes effect on ${f.begins}.`,
    more: f.who ? object : own,
  }),
  'role-begun': (f: NoticeFacts) => ({
    subject: f.who ? `${f.who} now has the ${f.role} role` : `You now have the ${f.role} role`,
    said: `${Whose(f)} ${f.role} role (${f.place}) is now active.`,
    more: f.who ? 'If this isn’t right, you can remove it under People and roles.' : own,
  }),
  'role-rejected': (f: NoticeFacts) => ({
    subject: `The ${f.role} role was declined${f.who ? ` for ${f.who}` : ''}`,
    said: `${act(f)} declined the request for the ${f.role} role (${f.place}) for ${f.who ?? 'you'}.`,
    more: 'It can be requested again.',
  }),
  'role-expired': (f: NoticeFacts) => ({
    subject: `The request for the ${f.role} role has expired`,
    said: `No one approved the ${f.role} role (${f.place}) for ${f.who ?? 'you'} in time.`,
    more: 'It can be requested again.',
  }),
  'role-revoked': (f: NoticeFacts) => ({
    subject: f.who ? `${f.who} no longer has the ${f.role} role` : `You no longer have the ${f.role} role`,
    said: `${act(f)} removed ${whose(f)} ${f.role} role (${f.place}).`,
    more: f.who ? 'If you don’t know why, please ask.' : own,
  }),
  'account-disabled': (f: NoticeFacts) => ({
    subject: `${Whose(f)} account was closed`,
    said: `${act(f)} closed ${whose(f)} account. ${f.who ? 'That person' : 'You'} can’t sign in. Past actions stay on record.`,
    more: f.who ? 'If you don’t know why, please ask.' : own,
  }),
  'account-enabled': (f: NoticeFacts) => ({
    subject: `${Whose(f)} account is open again`,
    said: `${act(f)} opened ${whose(f)} account again.`,
    more: f.who ? 'If you don’t know why, please ask.' : own,
  }),
  'sessions-ended': (f: NoticeFacts) => ({
    subject: 'You were signed out everywhere',
    said: `${act(f)} ended all sessions of ${whose(f)} account.`,
    more: 'Sign in again whenever you want.',
  }),
  'second-step-reset-requested': (f: NoticeFacts) => ({
    subject: `${Whose(f)} two-step sign-in will be reset`,
    said: `${act(f)} reported that ${f.who ? `${f.who} has` : 'you have'} lost the phone with the authenticator app. All sessions have ended. On ${f.begins}, the app is removed and a new one can be set up.`,
    more: f.who
      ? 'If you don’t know why, stop it under People and roles.'
      : 'If you still have the phone, just sign in with it, and nothing is reset. If you didn’t ask for this, tell another admin right away.',
  }),
  'second-step-reset': (f: NoticeFacts) => ({
    subject: `${Whose(f)} two-step sign-in was reset`,
    said: `The authenticator app of ${whose(f)} account was removed. A new one is set up at the next sign-in.`,
    more: f.who ? 'If you don’t know why, please ask.' : own,
  }),
  'second-step-reset-stopped': (f: NoticeFacts) => ({
    subject: `${Whose(f)} two-step sign-in won’t be reset`,
    said: `${f.by ? `${f.by} has stopped` : 'A sign-in with the app has stopped'} the reset of ${whose(f)} two-step sign-in.`,
    more: f.who ? 'If you don’t know why, please ask.' : own,
  }),
} satisfies Record<string, (facts: NoticeFacts) => NoticeText>;

export const framesEn = {
  button: 'People and roles',
  greeting: (name: string) => `Hello ${name}`,
  everywhere: 'the whole organization',
  roles: {
    admin: 'admin',
    advocate: 'advocate',
    business: 'business',
    finance: 'finance',
    moderator: 'moderator',
    organizer: 'organizer',
    volunteer: 'volunteer',
  },
};
