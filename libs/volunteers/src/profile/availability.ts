import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { modelField, type Said } from '@upstander/platform';

/** When in an ordinary week somebody can help. */
@ObjectType({ description: 'A part of an ordinary week in which somebody can help.' })
@InputType('AvailabilityInput', { description: 'A part of an ordinary week in which somebody can help.' })
export class Availability {
  @Field(() => Int, { description: '1 for Monday to 7 for Sunday.' }) weekday!: number;
  @Field(() => String, { description: 'From when, such as 09:00, by the clock of the home chapter.' }) from!: string;
  @Field(() => String, { description: 'Until when, such as 12:30; 24:00 for the end of the day.' }) until!: string;
}

const mostParts = 28;
const time = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** The parts of an ordinary week, in its order. */
export function WeeklyAvailability(said: Omit<Said, 'default'> = {}): PropertyDecorator {
  return modelField(
    { default: () => "'[]'", ...said },
    {
      ...{ type: () => [Availability], column: { type: 'jsonb' as const }, empty: [], max: mostParts },
      tidy: (parts: readonly Availability[]) =>
        parts
          .map(({ weekday, from, until }) => ({ weekday, from, until }))
          .sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from) || a.until.localeCompare(b.until)),
      fault: (parts: readonly Availability[]) => {
        if (parts.length > mostParts) return 'too-many';
        return parts.every(isPart) ? null : 'not-a-time';
      },
    },
  );
}

function isPart({ weekday, from, until }: Availability): boolean {
  return weekday >= 1 && weekday <= 7 && time.test(from) && (time.test(until) || until === '24:00') && from < until;
}
