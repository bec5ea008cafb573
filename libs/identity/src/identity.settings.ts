import { plainHttp, setting, settingOf, settings, type ValuesOf } from '@upstander/platform';

export const identitySettings = settings.define({
  REQUESTS_PER_MINUTE: setting(
    settingOf.count(3000),
    'How many requests of one network a process answers in a minute; 429 above. Signed webhooks may come without end, and outside production so may the machine itself.',
    '3000',
  ),
  SEARCHES_PER_MINUTE: setting(
    settingOf.count(60),
    'How many searches of the public pages one network may make in a minute; above it a page that says so.',
    '60',
  ),
  EMAIL_REQUESTS_PER_NETWORK: setting(
    settingOf.count(60, 10, 10_000),
    'How many sign-in codes, or links of one kind, one network may request in an hour before its browsers solve a puzzle for each. Codes that are typed in do not count. Raise it if hundreds of people share your network.',
    '60',
  ),
  SOLVED_EMAIL_REQUESTS_PER_NETWORK: setting(
    settingOf.count(400, 10, 100_000),
    'How many of them one network may request in an hour in all, with solved puzzles; above it requests are refused for the rest of the hour.',
    '400',
  ),
  FAILED_SIGN_INS_PER_NETWORK: setting(
    settingOf.count(100, 10, 10_000),
    'How many wrong passwords, and how many wrong sign-in codes, one network may try in 15 minutes. Successful sign-ins do not count.',
    '100',
  ),
  BREACHED_PASSWORDS_URL: setting(
    settingOf
      .url('http:', 'https:')
      .transform((text) => text.replace(/\/*$/, '/'))
      .optional(),
    'A service that knows all breached passwords and is asked by the first five characters of a SHA-1 hash, as Pwned Passwords is. Without it, new passwords are compared with some 9,700 leaked ones.',
    'https://api.pwnedpasswords.com/range/',
    { connects: true, inProduction: plainHttp },
  ),
  LINK_CHANGES_PER_MINUTE: setting(
    settingOf.count(600, 60, 100_000),
    'How many changes by personal links (confirm, cancel, check in at a poster) one network may make in a minute in each process.',
    '600',
  ),
  ROLE_WAIT_HOURS: setting(
    settingOf.hours(24, 0),
    'How many hours pass between the second yes and the moment a powerful role (admin, advocate, finance, moderator) begins, or a lost second step is reset: all who hold it can object.',
    '24',
  ),
  ROLE_REQUEST_DAYS: setting(
    settingOf.days(7),
    'How many days a request for a powerful role waits for its second yes.',
    '7',
  ),
  SECOND_STEP_FRESH_MINUTES: setting(
    settingOf.count(15),
    'For how many minutes a code from the authenticator app counts as fresh: giving power and taking it away asks for one.',
    '15',
  ),
  ACCOUNT_AGE_DAYS: setting(
    settingOf.days(7, 0),
    'How many days old an account must be before it counts as a second person; people vouched for at the command line count at once.',
    '7',
  ),
  MADE_BY_DAYS: setting(
    settingOf.days(30, 0),
    'For how many days somebody and whoever made their account, or gave them their role, do not count as two people.',
    '30',
  ),
  SECURITY_EVENT_DAYS: setting(
    settingOf.days(180, 7),
    'How many days sign-ins, refused tries and reached limits are kept; what was done to an account stays as long as it.',
    '180',
  ),
  STAFF_ACTION_DAYS: setting(
    settingOf.days(730, 90),
    'How many days it is kept what staff did in the admin (who, which operation, which things).',
    '730',
  ),
  STAFF_IDLE_MINUTES: setting(
    settingOf.count(120, 5),
    'After how many minutes without a request somebody who signed in with a second step is signed out.',
    '120',
  ),
  DATA_LINK_HOURS: setting(
    settingOf.hours(24),
    'How many hours the mailed link to what is kept of a person opens it.',
    '24',
  ),
  DATA_REQUEST_DAYS: setting(
    settingOf.days(30),
    'Within how many days a request to hand out or erase what is kept of a person is due (GDPR: a month; CCPA: 45 days).',
    '30',
  ),
  DATA_REQUEST_KEPT_DAYS: setting(
    settingOf.days(1095, 365),
    'How many days it is kept that a request was answered, by then without an address, and a hold that has ended.',
    '1095',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof identitySettings> {}
}
