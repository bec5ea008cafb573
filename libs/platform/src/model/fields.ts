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
import { columnName, note, type Audience, type ModelField, type Reading } from './model-fields.js';

export interface Said {
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

export interface Made extends Reading {
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
    // Other audiences see the field only in the types made by `SeenBy`.
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

export function Id({ seenBy, description }: Pick<Said, 'seenBy' | 'description'> = {}): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key);
    const field = { type: () => ID, options: { description }, seenBy: seenBy ?? null, empty: null };
    PrimaryGeneratedColumn('uuid')(prototype, key);
    if (seenBy === 'anyone') Field(field.type, field.options)(prototype, key);
    note(prototype, { ...field, property, column: columnName(property), isInstant: false, isList: false });
  };
}

/** The primary key of a row whose ID was assigned by another system, for example Stripe. */
export function NamedId({ seenBy, description }: Pick<Said, 'seenBy' | 'description'> = {}): PropertyDecorator {
  return (prototype, key) => {
    const property = String(key);
    const field = { type: () => ID, options: { description }, seenBy: seenBy ?? null, empty: null };
    PrimaryColumn('text')(prototype, key);
    if (seenBy === 'anyone') Field(field.type, field.options)(prototype, key);
    note(prototype, { ...field, property, column: columnName(property), isInstant: false, isList: false });
  };
}

/** Migrations create the foreign keys, also to other libraries. */
export function Ref(said: Said = {}): PropertyDecorator {
  const tidy = (id: string) => id.toLowerCase();
  return modelField(said, { type: () => ID, column: { type: 'uuid' }, empty: null, tidy });
}

/** A generated number, kept as text because it may grow large. */
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

/** Stored as jsonb. Not exposed through the API. */
export function Json(said: Pick<Said, 'nullable' | 'default'> = {}): PropertyDecorator {
  return modelField(said, { type: () => String, column: { type: 'jsonb' }, empty: null });
}

export function Email(said: Said = {}): PropertyDecorator {
  return modelField(said, { type: () => EmailAddressScalar, column: { type: 'citext' }, empty: '' });
}

export function Phone(said: Said = {}): PropertyDecorator {
  return modelField(said, { type: () => PhoneNumber, column: { type: 'text' }, empty: '' });
}

export function Flag(said: Said = {}): PropertyDecorator {
  return modelField(said, { type: () => Boolean, column: { type: 'boolean' }, empty: false });
}

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

export function Choice(values: Readonly<Record<string, string>>, said: Said = {}): PropertyDecorator {
  const choices = Object.values(values);
  return modelField(said, { type: () => values, column: { type: 'text' }, empty: null, choices });
}

/** The database rejects transitions that the status's rules don't allow. */
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

export function Choices(values: Readonly<Record<string, string>>, said: Said = {}): PropertyDecorator {
  const column = { type: 'text', array: true } as const;
  return modelField(said, { type: () => [values], column, empty: [], choices: Object.values(values) });
}

export function TimeZone(said: Said = {}): PropertyDecorator {
  return modelField(said, { type: () => TimeZoneScalar, column: { type: 'text' }, empty: 'UTC' });
}

export function LocalDate(said: Said = {}): PropertyDecorator {
  return modelField(said, { type: () => LocalDateScalar, column: { type: 'date' }, empty: null, fault: outOfTime });
}

/** A local date and time; its time zone is a separate field. */
export function LocalDateTime(said: Said = {}): PropertyDecorator {
  return modelField(said, {
    type: () => LocalDateTimeScalar,
    column: { type: 'timestamp' },
    empty: null,
    fault: outOfTime,
  });
}

/** A timestamp. Use `precision: 3` if a cursor contains it, because cursors lose anything finer. */
export function Instant(said: Said & { precision?: 3 } = {}): PropertyDecorator {
  const column: ColumnOptions = { type: 'timestamptz', ...(said.precision && { precision: said.precision }) };
  return modelField(said, { type: () => DateTimeScalar, column, empty: null, isInstant: true });
}

/** PostgreSQL's bigint, kept as text because it exceeds JavaScript's safe range. */
export function BigCount(said: Said = {}): PropertyDecorator {
  return modelField(said, { type: () => String, column: { type: 'bigint' }, empty: '0' });
}

/** Bytes that aren't exposed, for example a hash or a file. */
export function Bytes(said: Omit<Said, 'seenBy'> = {}): PropertyDecorator {
  return modelField(said, { type: () => String, column: { type: 'bytea' }, empty: null });
}

/** An API field without a column. The code that reads the row sets it. */
export function Answer(type: ReturnTypeFunc, said: Omit<Said, 'computed' | 'default'> = {}): PropertyDecorator {
  return modelField({ seenBy: 'anyone', ...said }, { type, column: null, empty: null });
}

/** Rejects implausible years, which the database would accept. */
function outOfTime(day: string): string | null {
  const year = Number(day.slice(0, 4));
  return year >= 2000 && year <= 2100 ? null : 'out-of-range';
}
