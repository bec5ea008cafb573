import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { z } from 'zod';
import { isTimeZone } from '../typed/days.js';
import { actionFault, giveFault, isHexColor, type ColorFault } from '../colors/brand-colors.js';
import { parsedUrl } from '../typed/parsed-url.js';
import { setting, settingTypes } from './setting.js';

/** Up to 30 entries, separated by semicolons, because names contain commas. */
const entries = () =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean),
    )
    .refine(
      (all) => all.length <= 30 && all.every((one) => one.length <= 120),
      'must be at most 30 entries of 120 letters',
    );

/** A color in six hexadecimal digits with enough contrast in its role. */
const color = (faultOf: (color: string) => ColorFault | null) =>
  z
    .string()
    .transform((text) => text.toLowerCase())
    .refine(isHexColor, { message: 'must be six hexadecimal digits, such as #1f5c4a', abort: true })
    .refine((text) => faultOf(text) === null, {
      error: ({ input }) => {
        const fault = faultOf(String(input));
        return `must have a contrast of 4.5:1, not ${fault?.ratio.toFixed(2)}:1; the nearest such color is ${fault?.nearest}`;
      },
    });

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const organizationSettings = {
  ORGANIZATION_NAME: setting(
    settingTypes.line().min(1).default("Women's Rights Group"),
    'The name of the organization, shown on every page and in every email.',
    "Women's Rights Group",
    { formerName: 'ORGANISATION_NAME', decidedIn: 'organization' },
  ),
  COUNTRY: setting(
    z
      .string()
      .regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two capital letters')
      .refine(
        (text) => isSupportedCountry(text),
        'is not a country: must be an ISO 3166-1 code, for example US, MX or GB',
      )
      .default('US'),
    "The organization's country, used for addresses and phone numbers that don't specify one.",
    'US',
  ),
  TIME_ZONE: setting(
    z.string().refine(isTimeZone, 'must be an IANA time zone').default('America/Los_Angeles'),
    "The organization's time zone, used for dates without their own time zone.",
    'America/Los_Angeles',
  ),
  CURRENCIES: setting(
    z
      .string()
      .regex(/^[A-Z]{3}(,[A-Z]{3})*$/, 'must be currency codes in capital letters, separated by commas')
      .default('USD')
      .transform((text) => text.split(','))
      .refine((all) => all.every((one) => currencies.has(one)), 'must be ISO 4217 currency codes, for example USD'),
    'The supported currencies, the default first. Your payment processor must accept them.',
    'USD,MXN',
  ),
  SITE_LANGUAGES: setting(
    z
      .string()
      .regex(/^[a-z]{2}(\s*,\s*[a-z]{2})*$/, 'must be language codes of two letters, separated by commas')
      .default('en,es')
      .transform((text) => [...new Set(['en', ...text.split(/\s*,\s*/)])]),
    'The languages that the site offers: English always, Spanish, and others that have a folder of messages. Pages about help and leaving are available in all of them.',
    'en,es,pt',
    { decidedIn: 'organization' },
  ),
  POSTAL_ADDRESS: setting(
    settingTypes.lines().min(1).default('PO Box 1, Los Angeles, CA 90001'),
    'The postal address in the footer of every email (required by CAN-SPAM).',
    'PO Box 1, Los Angeles, CA 90001',
    { decidedIn: 'organization' },
  ),
  PROFILE_URLS: setting(
    z
      .string()
      .default('')
      .transform((text) => text.split(/[\s,]+/).filter(Boolean))
      .refine(
        (all) => all.every((one) => parsedUrl(one)?.protocol === 'https:'),
        'must be https:// URLs, separated by commas',
      )
      .refine((all) => all.length <= 10, 'must be at most 10 URLs'),
    "The organization's profiles on other sites, for example social networks or Candid. Search engines use them to identify the organization.",
    'https://www.instagram.com/example,https://www.linkedin.com/company/example',
    { decidedIn: 'organization' },
  ),
  FOUNDED_YEAR: setting(
    z.coerce.number().int('must be a year').min(1800, 'must be a year').max(2100, 'must be a year').optional(),
    'The year the organization was founded, shown on the home page and under “About”.',
    '2014',
    { decidedIn: 'organization' },
  ),
  BOARD_MEMBERS: setting(
    entries(),
    'The members of the board with their role, separated by semicolons. Shown under “About”.',
    'Alma Reyes, chair; Tom Becker, treasurer',
    { decidedIn: 'organization' },
  ),
  PARTNERS: setting(
    entries(),
    'Partner organizations, separated by semicolons. Shown on the home page and under “About”.',
    'Harbor House, San Diego; Legal Aid Center',
    { decidedIn: 'organization' },
  ),
  ACCOUNTS_URL: setting(
    settingTypes.url('https:').optional(),
    'The latest audited accounts, for example a Form 990, as a link under “About”.',
    'https://example.org/form-990-2025.pdf',
    { decidedIn: 'organization' },
  ),
  CONTACT_EMAIL: setting(
    settingTypes.address().optional(),
    'The public contact address, shown in the footer of every page and in some texts. Defaults to MAIL_FROM.',
    'hello@example.org',
    { decidedIn: 'organization' },
  ),
  CONTACT_PHONE: setting(
    z
      .string()
      .transform((text) => parsePhoneNumberFromString(text)?.number.toString() ?? '')
      .refine((number) => number !== '', 'must be a phone number with its country code, such as +1 213 555 0100')
      .optional(),
    'The public phone number, shown in the footer of every page and on the contact page.',
    '+1 213 555 0100',
    { decidedIn: 'organization' },
  ),
  TAX_ID: setting(
    settingTypes.line(30).optional(),
    'The tax ID of the organization (in the US, the EIN), shown under “About” and on receipts, unless finance recorded another one in the admin.',
    '12-3456789',
    { decidedIn: 'organization' },
  ),
  ACTION_COLOR: setting(
    color(actionFault).optional(),
    'The color of buttons and links on the site and in emails. It must be readable on light grounds, with white text on it.',
    '#1f5c4a',
    { decidedIn: 'organization' },
  ),
  GIVE_COLOR: setting(
    color(giveFault).optional(),
    'The color of the Donate and Give buttons. Ink or white text on it must be readable.',
    '#e9a93b',
    { decidedIn: 'organization' },
  ),
  MAIL_FROM: setting(settingTypes.address(), 'The sender address of all emails.', 'hello@example.org'),
} as const;
