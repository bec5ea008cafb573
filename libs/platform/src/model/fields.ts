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
import { columnName, registerField, type Audience, type ModelField, type InputRules } from './model-fields.js';

export interface FieldSettings {
  /** Audience that can see it; without it, the field is not exposed. */
  seenBy?: Audience;
  description?: string;
  nullable?: boolean;
  /** Rejects blank text. */
  required?: boolean;
  default?: ColumnOptions['default'];
  column?: string;
  /** Maintained or computed by the database, and never written from here. */
  computed?: boolean;
}

export interface FieldType extends InputRules {
  type: ReturnTypeFunc;
  column: ColumnOptions | null;
  empty: unknown;
  max?: number;
  min?: number;
  choices?: readonly string[];
  control?: ModelField['control'];
  isInstant?: boolean;
  statusRules?: StatusRules;
}

export function modelField(settings: FieldSettings, field: FieldType): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key);
    const options: FieldOptions = { nullable: settings.nullable ?? false, description: settings.description };
    const column = field.column && { ...field.column, nullable: settings.nullable ?? false };
    if (column) {
      if (settings.default !== undefined) column.default = settings.default;
      if (settings.column) column.name = settings.column;
      if (settings.computed) Object.assign(column, { insert: false, update: false });
      Column(column)(prototype, key);
    }
    // Other audiences see the field only in the types made by `SeenBy`.
    if (settings.seenBy === 'anyone') Field(field.type, options)(prototype, key);
    registerField(prototype, {
      ...field,
      property,
      options,
      column: column ? (column.name ?? columnName(property)) : null,
      seenBy: settings.seenBy ?? null,
      required: settings.required ?? false,
      empty: settings.nullable ? null : isPlain(settings.default) ? settings.default : field.empty,
      isInstant: field.isInstant ?? false,
      isList: Boolean(field.column?.array),
    });
  };
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

export function Id({ seenBy, description }: Pick<FieldSettings, 'seenBy' | 'description'> = {}): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key);
    const field = { type: () => ID, options: { description }, seenBy: seenBy ?? null, empty: null };
    PrimaryGeneratedColumn('uuid')(prototype, key);
    if (seenBy === 'anyone') Field(field.type, field.options)(prototype, key);
    registerField(prototype, { ...field, property, column: columnName(property), isInstant: false, isList: false });
  };
}

/** The primary key of a row whose ID was assigned by another system, for example Stripe. */
export function ExternalId({
  seenBy,
  description,
}: Pick<FieldSettings, 'seenBy' | 'description'> = {}): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key);
    const field = { type: () => ID, options: { description }, seenBy: seenBy ?? null, empty: null };
    PrimaryColumn('text')(prototype, key);
    if (seenBy === 'anyone') Field(field.type, field.options)(prototype, key);
    registerField(prototype, { ...field, property, column: columnName(property), isInstant: false, isList: false });
  };
}

/** Migrations create the foreign keys, also to other libraries. */
export function Ref(settings: FieldSettings = {}): PropertyDecorator {
  const lowercaseId = (id: string) => id.toLowerCase();
  return modelField(settings, { type: () => ID, column: { type: 'uuid' }, empty: null, tidy: lowercaseId });
}

/** A generated number, kept as text because it may grow large. */
export function SerialId(): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key);
    PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })(prototype, key);
    registerField(prototype, {
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

export function Refs(settings: FieldSettings & { max: number }): PropertyDecorator {
  return modelField(
    { default: [], ...settings },
    {
      type: () => [ID],
      column: { type: 'uuid' as const, array: true },
      empty: [],
      max: settings.max,
      tidy: (ids: readonly string[]) => [...new Set(ids.map((id) => id.toLowerCase()))],
      fault: (ids: readonly string[]) => {
        if (ids.length > settings.max) return 'too-many';
        return ids.every(isUuid) ? null : 'not-there';
      },
    },
  );
}

/** Stored as jsonb. Not exposed through the API. */
export function Json(settings: Pick<FieldSettings, 'nullable' | 'default'> = {}): PropertyDecorator {
  return modelField(settings, { type: () => String, column: { type: 'jsonb' }, empty: null });
}

export function Email(settings: FieldSettings = {}): PropertyDecorator {
  return modelField(settings, { type: () => EmailAddressScalar, column: { type: 'citext' }, empty: '' });
}

export function Phone(settings: FieldSettings = {}): PropertyDecorator {
  return modelField(settings, { type: () => PhoneNumber, column: { type: 'text' }, empty: '' });
}

export function Flag(settings: FieldSettings = {}): PropertyDecorator {
  return modelField(settings, { type: () => Boolean, column: { type: 'boolean' }, empty: false });
}

export function Count(settings: FieldSettings & { min?: number; max?: number } = {}): PropertyDecorator {
  const { min = 0, max } = settings;
  return modelField(settings, {
    type: () => Int,
    column: { type: 'integer' as const },
    empty: 0,
    min,
    max,
    fault: (value: number) => (value < min || (max !== undefined && value > max) ? 'out-of-range' : null),
  });
}

/** A list of whole numbers. */
export function Counts(settings: FieldSettings = {}): PropertyDecorator {
  return modelField(
    { default: [], ...settings },
    { type: () => [Int], column: { type: 'integer' as const, array: true }, empty: [] },
  );
}

export function Choice(values: Readonly<Record<string, string>>, settings: FieldSettings = {}): PropertyDecorator {
  const choices = Object.values(values);
  return modelField(settings, { type: () => values, column: { type: 'text' }, empty: null, choices });
}

/** The database rejects transitions that the status's rules don't allow. */
export function Status<Enum extends Readonly<Record<string, string>>>(
  status: Enum,
  settings: FieldSettings = {},
): PropertyDecorator {
  const column = { type: 'text' } as const;
  return modelField(settings, {
    type: () => status,
    column,
    empty: null,
    choices: Object.values(status),
    statusRules: statusRules(status),
  });
}

export function Choices(values: Readonly<Record<string, string>>, settings: FieldSettings = {}): PropertyDecorator {
  const column = { type: 'text', array: true } as const;
  return modelField(settings, { type: () => [values], column, empty: [], choices: Object.values(values) });
}

export function TimeZone(settings: FieldSettings = {}): PropertyDecorator {
  return modelField(settings, { type: () => TimeZoneScalar, column: { type: 'text' }, empty: 'UTC' });
}

export function LocalDate(settings: FieldSettings = {}): PropertyDecorator {
  return modelField(settings, { type: () => LocalDateScalar, column: { type: 'date' }, empty: null, fault: checkYear });
}

/** A local date and time; its time zone is a separate field. */
export function LocalDateTime(settings: FieldSettings = {}): PropertyDecorator {
  return modelField(settings, {
    type: () => LocalDateTimeScalar,
    column: { type: 'timestamp' },
    empty: null,
    fault: checkYear,
  });
}

/** Local dates and times in order, without duplicates; their time zone is a separate field. */
export function LocalDateTimes(settings: FieldSettings & { max: number }): PropertyDecorator {
  return modelField(
    { default: [], ...settings },
    {
      type: () => [LocalDateTimeScalar],
      column: { type: 'timestamp' as const, array: true },
      empty: [],
      max: settings.max,
      tidy: (times: readonly string[]) => [...new Set(times)].sort(),
      fault: (times: readonly string[]) =>
        times.length > settings.max ? 'too-many' : (times.map(checkYear).find(Boolean) ?? null),
    },
  );
}

/** A timestamp. Use `precision: 3` if a cursor contains it, because cursors lose anything finer. */
export function Instant(settings: FieldSettings & { precision?: 3 } = {}): PropertyDecorator {
  const column: ColumnOptions = { type: 'timestamptz', ...(settings.precision && { precision: settings.precision }) };
  return modelField(settings, { type: () => DateTimeScalar, column, empty: null, isInstant: true });
}

/** PostgreSQL's bigint, kept as text because it exceeds JavaScript's safe range. */
export function BigCount(settings: FieldSettings = {}): PropertyDecorator {
  return modelField(settings, { type: () => String, column: { type: 'bigint' }, empty: '0' });
}

/** Bytes that aren't exposed, for example a hash or a file. */
export function Bytes(settings: Omit<FieldSettings, 'seenBy'> = {}): PropertyDecorator {
  return modelField(settings, { type: () => String, column: { type: 'bytea' }, empty: null });
}

/** An API field without a column. The code that reads the row sets it. */
export function ComputedField(
  type: ReturnTypeFunc,
  settings: Omit<FieldSettings, 'computed' | 'default'> = {},
): PropertyDecorator {
  return modelField({ seenBy: 'anyone', ...settings }, { type, column: null, empty: null });
}

/** Rejects implausible years, which the database would accept. */
function checkYear(day: string): string | null {
  const year = Number(day.slice(0, 4));
  return year >= 2000 && year <= 2100 ? null : 'out-of-range';
}
