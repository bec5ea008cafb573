import { plainHttp, setting, settingTypes, settings, type ValuesOf } from '@upstander/platform';

export const identitySettings = settings.define({
  REQUESTS_PER_MINUTE: setting(
    settingTypes.count(3000),
    'Maximum number of requests from one network per minute and process; 429 above it. Signed webhooks are exempt, and so is the machine itself outside production.',
    '3000',
  ),
  SEARCHES_PER_MINUTE: setting(
    settingTypes.count(60),
    'Maximum number of searches of the public pages from one network per minute. Above it, a page explains the limit.',
    '60',
  ),
  EMAIL_REQUESTS_PER_NETWORK: setting(
    settingTypes.count(60, 10, 10_000),
    "Number of sign-in codes, or links of one kind, that one network can request per hour before its browsers have to solve a challenge for each. Entering codes doesn't count. Raise it if hundreds of people share your network.",
    '60',
  ),
  SOLVED_EMAIL_REQUESTS_PER_NETWORK: setting(
    settingTypes.count(400, 10, 100_000),
    'Maximum number of these requests from one network per hour, including solved challenges. Above it, requests are rejected for the rest of the hour.',
    '400',
  ),
  FAILED_SIGN_INS_PER_NETWORK: setting(
    settingTypes.count(100, 10, 10_000),
    "Maximum number of wrong passwords, and of wrong sign-in codes, from one network in 15 minutes. Successful sign-ins don't count.",
    '100',
  ),
  BREACHED_PASSWORDS_URL: setting(
    settingTypes
      .url('http:', 'https:')
      .transform((text) => text.replace(/\/*$/, '/'))
      .optional(),
    'A service for breached passwords, queried with the first five characters of a SHA-1 hash, like Pwned Passwords. Without it, new passwords are compared with about 9,700 leaked ones.',
    'https://api.pwnedpasswords.com/range/',
    { connects: true, productionProblem: plainHttp },
  ),
  LINK_CHANGES_PER_MINUTE: setting(
    settingTypes.count(600, 60, 100_000),
    'Maximum number of changes by personal link (confirm, cancel, check in with a poster) from one network per minute, in each process.',
    '600',
  ),
  ROLE_WAIT_HOURS: setting(
    settingTypes.hours(24, 0),
    'Hours between the second approval and the start of a powerful role (admin, advocate, finance, moderator), or the reset of a lost authenticator app. Everyone who holds the role can object.',
    '24',
  ),
  ROLE_REQUEST_DAYS: setting(
    settingTypes.days(7),
    'Days until a request for a powerful role expires without a second approval.',
    '7',
  ),
  SECOND_STEP_FRESH_MINUTES: setting(
    settingTypes.count(15),
    'Minutes for which an authenticator app code counts as recent. Granting and revoking roles needs a recent one.',
    '15',
  ),
  ACCOUNT_AGE_DAYS: setting(
    settingTypes.days(7, 0),
    'Minimum age of an account, in days, to count as a second person. Accounts vouched for on the command line count immediately.',
    '7',
  ),
  MADE_BY_DAYS: setting(
    settingTypes.days(30, 0),
    "Days for which a person, and the person who created their account or granted their role, don't count as two people.",
    '30',
  ),
  SECURITY_EVENT_DAYS: setting(
    settingTypes.days(180, 7),
    'Days until sign-ins, rejected attempts and reached limits are deleted. Changes to an account are kept as long as the account.',
    '180',
  ),
  STAFF_ACTION_DAYS: setting(
    settingTypes.days(730, 90),
    'Days until staff actions in the admin are deleted (who, which operation, which records).',
    '730',
  ),
  STAFF_IDLE_MINUTES: setting(
    settingTypes.count(120, 5),
    'Minutes without a request after which a user with two-step sign-in is signed out.',
    '120',
  ),
  DATA_LINK_HOURS: setting(
    settingTypes.hours(24),
    "Hours for which the emailed link to a person's data is valid.",
    '24',
  ),
  DATA_REQUEST_DAYS: setting(
    settingTypes.days(30),
    'Days until a request to export or erase personal data is due (GDPR: one month; CCPA: 45 days).',
    '30',
  ),
  DATA_REQUEST_KEPT_DAYS: setting(
    settingTypes.days(1095, 365),
    'Days until the record of a completed request (without an address by then) or of an ended legal hold is deleted.',
    '1095',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof identitySettings> {}
}
