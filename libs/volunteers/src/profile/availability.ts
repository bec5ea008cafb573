import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { modelField, type FieldSettings } from '@upstander/platform';

@ObjectType({ description: 'A weekly time slot when a volunteer is available.' })
@InputType('AvailabilityInput', { description: 'A weekly time slot when a volunteer is available.' })
export class Availability {
  @Field(() => Int, { description: 'Weekday, from 1 (Monday) to 7 (Sunday).' }) weekday!: number;
  @Field(() => String, { description: "Start time, for example 09:00, in the home chapter's time zone." })
  from!: string;
  @Field(() => String, { description: 'End time, for example 12:30; 24:00 for the end of the day.' }) until!: string;
}

const maxPeriods = 28;
const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

export function WeeklyAvailability(options: Omit<FieldSettings, 'default'> = {}): PropertyDecorator {
  return modelField(
    { default: () => "'[]'", ...options },
    {
      type: () => [Availability],
      column: { type: 'jsonb' as const },
      empty: [],
      max: maxPeriods,
      tidy: (parts: readonly Availability[]) =>
        parts
          .map(({ weekday, from, until }) => ({ weekday, from, until }))
          .sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from) || a.until.localeCompare(b.until)),
      fault: (parts: readonly Availability[]) => {
        if (parts.length > maxPeriods) return 'too-many';
        return parts.every(isPeriod) ? null : 'not-a-time';
      },
    },
  );
}

function isPeriod({ weekday, from, until }: Availability): boolean {
  return weekday >= 1 && weekday <= 7 && time.test(from) && (time.test(until) || until === '24:00') && from < until;
}
