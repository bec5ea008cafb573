import { Field, ID, Int, type FieldOptions, type ReturnTypeFunc } from '@nestjs/graphql';
import { Column, PrimaryColumn, PrimaryGeneratedColumn, type ColumnOptions } from 'typeorm';
import {
  DateTimeScalar,
  EmailAddressScalar,
  LocalDateScalar,
  LocalDateTimeScalar,
  PhoneNumber,
  TimeZoneScalar,
} from '../graphql/scalars/scalars.js';
import { isUuid } from '../typed/uuid.js';
import { statusRules, type StatusRules } from './enums.js';
import { columnName, note, type Audience, type Reading } from './model-fields.js';

/** What every field may say. */
export interface Said {
  /** Who may see it; nothing said: nobody outside. */
  seenBy?: Audience;
  description?: string;
  nullable?: boolean;
  /** Nothing but blanks is refused. */
  required?: boolean;
  /** What PostgreSQL writes when nothing is said, as the migration has it. */
  default?: ColumnOptions['default'];
  /** Where the column is called otherwise. */
  column?: string;
  /** Kept or computed by the database: never written from here. */
  computed?: boolean;
}

export interface Made extends Reading {
  type: ReturnTypeFunc;
  column: ColumnOptions | null;
  empty: unknown;
  max?: number;
  min?: number;
  choices?: readonly string[];
  isInstant?: boolean;
  statusRules?: StatusRules;
}

/** What the fields below are made of; a library with values of its own (money) makes its fields of it too. */
export function modelField(said: Said, field: Made): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key);
    const options: FieldOptions = { nullable: said.nullable ?? false, description: said.description };
    const column = field.column && { ...field.column, nullable: said.nullable ?? false };
    if (column) {
      if (said.default !== undefined) column.default = said.default;
      if (said.column) column.name = said.column;
      if (said.computed) Object.assign(column, { insert: false, update: false });
      Column(column)(prototype, key);
    }
    // What not everybody may see is a field of the types made by `SeenBy` only.
    if (said.seenBy === 'anyone') Field(field.type, options)(prototype, key);
    note(prototype, {
      ...field,
      property,
      options,
      column: column ? (column.name ?? columnName(property)) : null,
      seenBy: said.seenBy ?? null,
      required: said.required ?? false,
      empty: said.nullable ? null : isPlain(said.default) ? said.default : field.empty,
      isInstant: field.isInstant ?? false,
      isList: Boolean(field.column?.array),
    });
  };
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** The key of a row: a uuid, made by PostgreSQL. */
export function Id({ seenBy, description }: Pick<Said, 'seenBy' | 'description'> = {}): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key);
    const field = { type: () => ID, options: { description }, seenBy: seenBy ?? null, empty: null };
    PrimaryGeneratedColumn('uuid')(prototype, key);
    if (seenBy === 'anyone') Field(field.type, field.options)(prototype, key);
    note(prototype, { ...field, property, column: columnName(property), isInstant: false, isList: false });
  };
}

/** The key of a row that another has named already, such as Stripe. */
export function NamedId({ seenBy, description }: Pick<Said, 'seenBy' | 'description'> = {}): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key);
    const field = { type: () => ID, options: { description }, seenBy: seenBy ?? null, empty: null };
    PrimaryColumn('text')(prototype, key);
    if (seenBy === 'anyone') Field(field.type, field.options)(prototype, key);
    note(prototype, { ...field, property, column: columnName(property), isInstant: false, isList: false });
  };
}

/** The ID of another row, of this library or another. Migrations make the foreign keys. */
export function Ref(said: Said = {}): PropertyDecorator {
  const tidy = (id: string) => id.toLowerCase();
  return modelField(said, { type: () => ID, column: { type: 'uuid' }, empty: null, tidy });
}

/** The key of a row that is only added: a number, counted by PostgreSQL; text here, because it may grow large. */
export function SerialId(): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key);
    PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })(prototype, key);
    note(prototype, {
      property,
      column: columnName(property),
      type: () => ID,
      options: {},
      seenBy: null,
      empty: null,
      isInstant: false,
      isList: false,
    });
  };
}

/** The ids of several other rows, each once. */
export function Refs(said: Said & { max: number }): PropertyDecorator {
  return modelField(
    { default: [], ...said },
    {
      type: () => [ID],
      column: { type: 'uuid' as const, array: true },
      empty: [],
      max: said.max,
      tidy: (ids: readonly string[]) => [...new Set(ids.map((id) => id.toLowerCase()))],
      fault: (ids: readonly string[]) => {
        if (ids.length > said.max) return 'too-many';
        return ids.every(isUuid) ? null : 'not-there';
      },
    },
  );
}

/** A value with a shape of its own that PostgreSQL keeps as jsonb; it never leaves the server as it is. */
export function Json(said: Pick<Said, 'nullable' | 'default'> = {}): PropertyDecorator {
  return modelField(said, { type: () => String, column: { type: 'jsonb' }, empty: null });
}

/** An e-mail address; the scalar has normalised it already. */
export function Email(said: Said = {}): PropertyDecorator {
  return modelField(said, { type: () => EmailAddressScalar, column: { type: 'citext' }, empty: '' });
}

/** A phone number in E.164; the scalar has read it already. */
export function Phone(said: Said = {}): PropertyDecorator {
  return modelField(said, { type: () => PhoneNumber, column: { type: 'text' }, empty: '' });
}

/** Yes or no. */
export function Flag(said: Said = {}): PropertyDecorator {
  return modelField(said, { type: () => Boolean, column: { type: 'boolean' }, empty: false });
}

/** A whole number between `min` and `max`. */
export function Count(said: Said & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 0, max } = said;
  return modelField(said, {
    type: () => Int,
    column: { type: 'integer' as const },
    empty: 0,
    min,
    max,
    fault: (value: number) => (value < min || (max !== undefined && value > max) ? 'out-of-range' : null),
  });
}

/** One of the values of an enum registered with GraphQL, as text. */
export function Choice(values: Readonly<Record<string, string>>, said: Said = {}): PropertyDecorator {
  const choices = Object.values(values);
  return modelField(said, { type: () => values, column: { type: 'text' }, empty: null, choices });
}

/** A status made by `statusOf`. The database refuses transitions that its rules don't allow. */
export function Status<Enum extends Readonly<Record<string, string>>>(
  status: Enum,
  said: Said = {},
): PropertyDecorator {
  const column = { type: 'text' } as const;
  return modelField(said, {
    type: () => status,
    column,
    empty: null,
    choices: Object.values(status),
    statusRules: statusRules(status),
  });
}

/** Some of the values of an enum registered with GraphQL, as texts. */
export function Choices(values: Readonly<Record<string, string>>, said: Said = {}): PropertyDecorator {
  const column = { type: 'text', array: true } as const;
  return modelField(said, { type: () => [values], column, empty: [], choices: Object.values(values) });
}

/** A zone of the IANA time zone database. */
export function TimeZone(said: Said = {}): PropertyDecorator {
  return modelField(said, { type: () => TimeZoneScalar, column: { type: 'text' }, empty: 'UTC' });
}

/** A day of the calendar. */
export function LocalDate(said: Said = {}): PropertyDecorator {
  return modelField(said, { type: () => LocalDateScalar, column: { type: 'date' }, empty: null, fault: outOfTime });
}

/** What the clock on the wall shows; the zone stands in another field. */
export function LocalDateTime(said: Said = {}): PropertyDecorator {
  return modelField(said, {
    type: () => LocalDateTimeScalar,
    column: { type: 'timestamp' },
    empty: null,
    fault: outOfTime,
  });
}

/** A moment in time. `precision: 3` where a cursor carries it: anything finer would be lost there. */
export function Instant(said: Said & { precision?: 3 } = {}): PropertyDecorator {
  const column: ColumnOptions = { type: 'timestamptz', ...(said.precision && { precision: said.precision }) };
  return modelField(said, { type: () => DateTimeScalar, column, empty: null, isInstant: true });
}

/** A whole number that may be larger than JavaScript's own: PostgreSQL's bigint, as text here and in the API. */
export function BigCount(said: Said = {}): PropertyDecorator {
  return modelField(said, { type: () => String, column: { type: 'bigint' }, empty: '0' });
}

/** Bytes for the server alone: a hash, a file. */
export function Bytes(said: Omit<Said, 'seenBy'> = {}): PropertyDecorator {
  return modelField(said, { type: () => String, column: { type: 'bytea' }, empty: null });
}

/** Something the API answers beside the columns: whoever reads the row puts it there. */
export function Answer(type: ReturnTypeFunc, said: Omit<Said, 'computed' | 'default'> = {}): PropertyDecorator {
  return modelField({ seenBy: 'anyone', ...said }, { type, column: null, empty: null });
}

/** A year that nobody can have meant; the database could keep it, and lists and calendars would lie. */
function outOfTime(day: string): string | null {
  const year = Number(day.slice(0, 4));
  return year >= 2000 && year <= 2100 ? null : 'out-of-range';
}
