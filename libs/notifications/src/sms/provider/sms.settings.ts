import { setting, settingTypes, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

const twilio = /^https:\/\/(?:[a-z0-9-]+\.)+twilio\.com$/;
/** A text can't be sent or reported with only some of these. */
const together = ['SMS_ACCOUNT_SID', 'SMS_API_KEY', 'SMS_API_SECRET', 'SMS_AUTH_TOKEN', 'SMS_FROM'] as const;
const requiredSettings = (value: unknown) => (value === undefined ? [] : together);

const sid = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}[0-9a-f]{32}$`), `must be ${prefix} and 32 hexadecimal digits`)
    .optional();
const secret = () => z.string().min(16, 'must have at least 16 characters').optional();
const token = /^[^\s,]{16,}(?:\s*,\s*[^\s,]{16,})?$/;

export const smsSettings = settings.define({
  SMS_ACCOUNT_SID: setting(
    sid('AC'),
    'The account at Twilio that sends text messages. Without it, no texts are sent, and people get emails only.',
    'AC0123456789abcdef0123456789abcdef',
    { requiredSettings },
  ),
  SMS_API_KEY: setting(
    sid('SK'),
    'The SID of an API key (type Standard) of that account.',
    'SK0123456789abcdef0123456789abcdef',
    { requiredSettings },
  ),
  SMS_API_SECRET: setting(secret(), 'The secret of that API key.', 'the-secret-shown-when-the-key-was-created', {
    secret: true,
    requiredSettings,
  }),
  SMS_AUTH_TOKEN: setting(
    z.string().regex(token, 'must be one or two tokens of at least 16 characters').optional(),
    'The auth token of the account. It signs delivery reports and incoming texts, so that no one else can send them. During a rotation, the old and the new one, separated by a comma.',
    '0123456789abcdef0123456789abcdef',
    { secret: true, requiredSettings },
  ),
  SMS_FROM: setting(
    z
      .string()
      .regex(/^(?:\+[1-9]\d{6,14}|MG[0-9a-f]{32})$/, 'must be a number such as +12025550100, or the SID of a service')
      .optional(),
    'The number that texts come from, or the SID of a messaging service.',
    '+12025550100',
    { requiredSettings },
  ),
  DISCREET_SMS_FROM: setting(
    z
      .string()
      .regex(/^\+[1-9]\d{6,14}$/, 'must be a number such as +12025550101')
      .optional(),
    'The number of texts that tell a survivor that there is something new. It must be used for nothing else, and it must not be in a messaging service (see the operator guide). If missing, no such texts are offered or sent.',
    '+12025550101',
    { requiredSettings },
  ),
  SMS_API_URL: setting(
    settingTypes.url('http:', 'https:').default('https://api.twilio.com'),
    'The URL of the SMS provider. In production, it must be a host of Twilio.',
    'https://api.twilio.com',
    {
      connects: true,
      productionProblem: (url) =>
        twilio.test(url)
          ? null
          : `SMS_API_URL is "${url}": in production, texts only go to Twilio. Leave SMS_API_URL unset.`,
    },
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof smsSettings> {}
}
