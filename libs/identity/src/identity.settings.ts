import { plainHttp, setting, settingTypes, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';
import { parseGroupRoles } from './single-sign-on/group-roles.js';

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
  OIDC_ISSUER: setting(
    settingTypes.url('http:', 'https:').optional(),
    'The OpenID Connect provider that staff can sign in with. Upstander reads its metadata at /.well-known/openid-configuration. Register ADMIN_URL (or PUBLIC_URL without it), followed by /sso/callback, there as the redirect URI.',
    'https://accounts.google.com',
    {
      connects: true,
      productionProblem: plainHttp,
      requiredSettings: (issuer) =>
        issuer === undefined ? [] : ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME', 'OIDC_DOMAINS'],
    },
  ),
  OIDC_CLIENT_ID: setting(
    settingTypes.line().optional(),
    'The client ID that the provider of OIDC_ISSUER gave Upstander.',
    'upstander',
  ),
  OIDC_CLIENT_SECRET: setting(
    settingTypes.line(500).optional(),
    'The client secret that the provider of OIDC_ISSUER gave Upstander.',
    'the-secret-of-the-client',
    { secret: true },
  ),
  OIDC_NAME: setting(
    settingTypes.line(40).optional(),
    'Name of the provider on the sign-in page, in “Sign in with …”.',
    'Google',
  ),
  OIDC_DOMAINS: setting(
    z
      .string()
      .transform((text) =>
        text
          .toLowerCase()
          .split(',')
          .flatMap((domain) => domain.trim() || []),
      )
      .refine((domains) => domains.every((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)), 'must be domains')
      .optional(),
    'Email domains, separated by commas, whose owners can sign in with the provider. List only domains of your organization: a provider such as Google has accounts of everyone.',
    'example.org',
  ),
  OIDC_SCOPES: setting(
    settingTypes
      .line()
      .refine((text) => ['openid', 'email'].every((scope) => text.split(' ').includes(scope)), {
        message: 'must contain openid and email',
      })
      .default('openid email profile'),
    'Scopes to request, separated by spaces. Some providers need one more for groups.',
    'openid email profile',
  ),
  OIDC_GROUPS_CLAIM: setting(
    settingTypes.line().default('groups'),
    'The claim of the ID token that lists the groups of a person.',
    'groups',
  ),
  OIDC_ROLES: setting(
    z
      .string()
      .transform((text, context) => {
        const roles = parseGroupRoles(text);
        if (Array.isArray(roles)) return roles;
        context.addIssue(roles.problem);
        return z.NEVER;
      })
      .optional(),
    'Roles that groups of the provider give, as group=role or group=role@chapter with the slug of a chapter, separated by commas. Only organizer is possible: other roles of staff take two people. Members without an account get one when they first sign in, and members who leave the group lose the role when they next sign in.',
    'upstander-organizers=organizer,oakland-team=organizer@oakland',
  ),
  OIDC_ENFORCES_MFA: setting(
    settingTypes.flag('false'),
    'True if the provider always asks for a second factor. Organizers who sign in with it then need no code from an authenticator app. Admins, advocates, finance and moderators always do.',
    'true',
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
