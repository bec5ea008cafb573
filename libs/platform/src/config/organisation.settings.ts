import { isSupportedCountry } from 'libphonenumber-js';
import { z } from 'zod';
import { isTimeZone } from '../typed/days.js';
import { parsedUrl } from '../typed/parsed-url.js';
import { setting, settingOf } from './setting.js';

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const organisationSettings = {
  ORGANISATION_NAME: setting(
    settingOf.line().min(1).default("Women's Rights Group"),
    'The name of the organisation, shown on every page and in every mail.',
    "Women's Rights Group",
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
    'The country the organisation is in: where addresses and phone numbers are until they say otherwise.',
    'US',
  ),
  TIME_ZONE: setting(
    z.string().refine(isTimeZone, 'must be an IANA time zone').default('America/Los_Angeles'),
    'Where the organisation is: days of what has no zone of its own are told in this zone.',
    'America/Los_Angeles',
  ),
  CURRENCIES: setting(
    z
      .string()
      .regex(/^[A-Z]{3}(,[A-Z]{3})*$/, 'must be currency codes in capital letters, separated by commas')
      .default('USD')
      .transform((text) => text.split(','))
      .refine((all) => all.every((one) => currencies.has(one)), 'must be ISO 4217 currency codes, for example USD'),
    'The currencies that money may be in, the usual one first; whoever collects it must take them.',
    'USD,MXN',
  ),
  POSTAL_ADDRESS: setting(
    settingOf.lines().min(1).default('PO Box 1, Los Angeles, CA 90001'),
    'The postal address at the foot of every mail (CAN-SPAM asks for one).',
    'PO Box 1, Los Angeles, CA 90001',
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
    'Pages about the organisation on other sites, such as social networks or Candid. Search engines read them as the same organisation.',
    'https://www.instagram.com/example,https://www.linkedin.com/company/example',
  ),
  CONTACT_EMAIL: setting(
    settingOf.address().optional(),
    'The address people may write to, shown at the foot of every page and wherever a text says so; MAIL_FROM when left out.',
    'hello@example.org',
  ),
  MAIL_FROM: setting(settingOf.address(), 'The address mail is sent from.', 'hello@example.org'),
} as const;
