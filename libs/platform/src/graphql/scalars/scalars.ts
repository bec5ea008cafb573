import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js';
import { isCountable, isDay, isTimeZone } from '../../typed/days.js';
import { normalEmail } from '../../typed/email-address.js';

function wrong(type: string, expected: string): GraphQLError {
  return new GraphQLError(`Not a ${type}: ${expected}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A scalar whose values travel as text both ways; `read` returns the value or null when the text is wrong. */
function textScalar<T>(options: {
  name: string;
  description: string;
  expected: string;
  read: (text: string) => T | null;
  write?: (value: unknown) => string;
}): GraphQLScalarType<T, string> {
  const { name, description, expected, read, write = String } = options;
  const parse = (value: unknown): T => {
    const result = typeof value === 'string' ? read(value) : null;
    if (result === null) throw wrong(name, expected);
    return result;
  };
  return new GraphQLScalarType<T, string>({
    name,
    description,
    serialize: write,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

export const DateTimeScalar = textScalar<Date>({
  name: 'DateTime',
  description: 'An instant in UTC as in RFC 3339, such as 2026-12-05T17:00:00.000Z.',
  expected: 'an instant such as 2026-12-05T17:00:00Z',
  read: (text) => {
    const at = new Date(text);
    const shaped = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text);
    return shaped && isCountable(at) ? at : null;
  },
  write: (value) => {
    // A page of events has a hundred and sixty of these: text that already is one is not read and written again.
    if (typeof value === 'string' && value.length === 24 && value.endsWith('Z')) return value;
    return (value instanceof Date ? value : new Date(String(value))).toISOString();
  },
});

export const LocalDateScalar = textScalar<string>({
  name: 'LocalDate',
  description: 'A day on the calendar, such as 2026-12-05.',
  expected: 'a day such as 2026-12-05',
  read: (text) => (isDay(text) ? text : null),
});

export const LocalDateTimeScalar = textScalar<string>({
  name: 'LocalDateTime',
  description: 'What the clock on the wall shows, such as 2026-12-05T09:00; the zone stands beside it.',
  expected: 'a wall time such as 2026-12-05T09:00',
  read: (text) => {
    const [day = '', time = ''] = text.split('T');
    return isDay(day) && /^([01]\d|2[0-3]):[0-5]\d(:00)?$/.test(time) ? `${day}T${time.slice(0, 5)}` : null;
  },
});

export const TimeZoneScalar = textScalar<string>({
  name: 'TimeZone',
  description: 'A zone of the IANA time zone database, such as America/Los_Angeles.',
  expected: 'a zone such as America/Los_Angeles',
  read: (text) => (isTimeZone(text) ? text : null),
});

export const EmailAddressScalar = textScalar<string>({
  name: 'EmailAddress',
  description: 'One e-mail address without a name, in lower case and with its domain in ASCII.',
  expected: 'an address such as ana@example.org',
  read: normalEmail,
});

/** Stands in models and inputs for a phone number; how one is read depends on the country of each schema. */
export class PhoneNumber {}

/**
 * A phone number as E.164, or null for what is none.
 * @param country where a number without a country is from; an unknown one leaves such a number unread
 */
export function readPhoneNumber(text: string, country: string): string | null {
  const number = parsePhoneNumberFromString(text, isSupportedCountry(country) ? country : undefined);
  return number?.isPossible() ? number.number : null;
}

/** The scalar of a schema whose organisation is in this country. */
export function phoneNumberScalar(country: string): GraphQLScalarType<string, string> {
  return textScalar<string>({
    name: 'PhoneNumber',
    description:
      'A phone number, answered as E.164 (+13105550123). One without a country is read as one of the country of `organisation`.',
    expected: 'a phone number such as +1 310 555 0123',
    read: (text) => readPhoneNumber(text, country),
  });
}

export const scalars = [DateTimeScalar, LocalDateScalar, LocalDateTimeScalar, TimeZoneScalar, EmailAddressScalar];
