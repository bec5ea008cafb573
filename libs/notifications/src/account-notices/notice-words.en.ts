/** What a notice is about, ready to be read. */
export interface NoticeFacts {
  /** Whose account it is; null when it is the reader's own. */
  readonly who: string | null;
  /** Who did it; null for the calendar and for the command line. */
  readonly by: string | null;
  readonly role: string;
  readonly place: string;
  /** When it begins, in words. */
  readonly begins: string;
}

export interface NoticeText {
  readonly subject: string;
  readonly said: string;
  /** What the reader can do about it. */
  readonly more: string;
}

const object =
  'If you do not know why, object to it under People and roles before it begins, and speak with the others.';
const own = 'If you did not expect this, please tell another admin or whoever runs the server at once.';
const act = ({ by }: NoticeFacts) => (by ? `${by} has` : 'The system has');
const whose = ({ who }: NoticeFacts) => (who ? `${who}’s` : 'your');
const Whose = ({ who }: NoticeFacts) => (who ? `${who}’s` : 'Your');

/** The notices in English, by what happened. */
export const noticesEn = {
  'role-granted': (f: NoticeFacts) => ({
    subject: `You have a new role: ${f.role}`,
    said: `${act(f)} given you the ${f.role} role (${f.place}).`,
    more: own,
  }),
  'role-requested': (f: NoticeFacts) => ({
    subject: f.who ? `Do you agree? ${f.who} as ${f.role}` : `The ${f.role} role was requested for you`,
    said: `${act(f)} requested the ${f.role} role (${f.place}) for ${f.who ?? 'you'}. It is given once somebody else with this role agrees.`,
    more: f.who ? 'Agree or object under People and roles.' : own,
  }),
  'role-approved': (f: NoticeFacts) => ({
    subject: `${f.who ?? 'You'} as ${f.role}: from ${f.begins}`,
    said: `${act(f)} agreed that ${f.who ? `${f.who} gets` : 'you get'} the ${f.role} role (${f.place}). It begins on ${f.begins}.`,
    more: f.who ? object : own,
  }),
  'role-begun': (f: NoticeFacts) => ({
    subject: f.who ? `${f.who} now has the ${f.role} role` : `You now have the ${f.role} role`,
    said: `${Whose(f)} ${f.role} role (${f.place}) is active from now on.`,
    more: f.who ? 'If this is not right, it can be taken away under People and roles.' : own,
  }),
  'role-rejected': (f: NoticeFacts) => ({
    subject: `The ${f.role} role is not given${f.who ? ` to ${f.who}` : ''}`,
    said: `${act(f)} stopped the request for the ${f.role} role (${f.place}) for ${f.who ?? 'you'}.`,
    more: 'It can be requested again.',
  }),
  'role-expired': (f: NoticeFacts) => ({
    subject: `The request for the ${f.role} role has expired`,
    said: `Nobody agreed in time that ${f.who ? `${f.who} gets` : 'you get'} the ${f.role} role (${f.place}).`,
    more: 'It can be requested again.',
  }),
  'role-revoked': (f: NoticeFacts) => ({
    subject: f.who ? `${f.who} no longer has the ${f.role} role` : `You no longer have the ${f.role} role`,
    said: `${act(f)} taken ${whose(f)} ${f.role} role (${f.place}) away.`,
    more: f.who ? 'If you do not know why, please ask.' : own,
  }),
  'account-disabled': (f: NoticeFacts) => ({
    subject: `${Whose(f)} account is closed`,
    said: `${act(f)} closed ${whose(f)} account. ${f.who ? 'That person' : 'You'} cannot sign in; what was done with it stays.`,
    more: f.who ? 'If you do not know why, please ask.' : own,
  }),
  'account-enabled': (f: NoticeFacts) => ({
    subject: `${Whose(f)} account is open again`,
    said: `${act(f)} opened ${whose(f)} account again.`,
    more: f.who ? 'If you do not know why, please ask.' : own,
  }),
  'sessions-ended': (f: NoticeFacts) => ({
    subject: 'You were signed out everywhere',
    said: `${act(f)} ended all sessions of ${whose(f)} account.`,
    more: 'Sign in again whenever you want.',
  }),
  'second-step-reset-requested': (f: NoticeFacts) => ({
    subject: `${Whose(f)} two-step sign-in will be reset`,
    said: `${act(f)} said that ${f.who ? `${f.who} has` : 'you have'} lost the phone with the authenticator app. All sessions have ended; on ${f.begins} the app is forgotten, and a new one can be set up.`,
    more: f.who
      ? 'If you do not know why, stop it under People and roles.'
      : 'If you still have the phone, just sign in with it: then nothing is reset. If you did not ask for this, tell another admin at once.',
  }),
  'second-step-reset': (f: NoticeFacts) => ({
    subject: `${Whose(f)} two-step sign-in was reset`,
    said: `The authenticator app of ${whose(f)} account is forgotten. The next sign-in sets up a new one.`,
    more: f.who ? 'If you do not know why, please ask.' : own,
  }),
  'second-step-reset-stopped': (f: NoticeFacts) => ({
    subject: `${Whose(f)} two-step sign-in is not reset`,
    said: `${f.by ? `${f.by} has stopped` : 'A sign-in with the app has stopped'} the reset of ${whose(f)} two-step sign-in.`,
    more: f.who ? 'If you do not know why, please ask.' : own,
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
