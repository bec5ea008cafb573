import { Field, ID, Int, ObjectType, PickType } from '@nestjs/graphql';
import { modelField, type FieldSettings } from '@upstander/platform';
import type { ValueTransformer } from 'typeorm';
import { Event } from '../events/event.entity.js';

@ObjectType({ description: 'A shift that every occurrence of a series has, unless it has its own shifts.' })
export class SeriesShift {
  @Field(() => String, { description: 'Name of the shift role.' }) role!: string;
  @Field(() => Int, { description: 'Start, in wall-clock minutes after the start of the event.' })
  startMinutes!: number;
  @Field(() => Int, { description: 'End, in wall-clock minutes after the start of the event.' }) endMinutes!: number;
  @Field(() => Int, { description: 'Number of spots.' }) capacity!: number;
  @Field(() => Int, { nullable: true, description: 'Minimum age on the day of the shift; null for none.' })
  minimumAge!: number | null;
  @Field(() => Int, { nullable: true, description: 'Maximum number of first-time volunteers; null for no limit.' })
  maxFirstTimers!: number | null;
  @Field(() => Boolean, { description: 'True if a chapter lead is required.' }) needsLead!: boolean;
  @Field(() => [ID], { description: 'IDs of the skills needed.' }) skillIds!: string[];
  @Field(() => String, { nullable: true, description: 'Note for volunteers; null if none.' }) note!: string | null;
  @Field(() => [ID], { description: 'IDs of the credentials required to sign up.' }) signUpCredentialIds!: string[];
  @Field(() => [ID], { description: 'IDs of the credentials required by `credentialsDueHours` before the start.' })
  dayCredentialIds!: string[];
  @Field(() => Int, { description: 'Hours before the start when required credentials are due.' })
  credentialsDueHours!: number;
}

/** Fields of an event that don't depend on its date. */
export const templateTexts = [
  'summary',
  'description',
  'online',
  'place',
  'onlineUrl',
  'contactName',
  'contactEmail',
  'imageUrl',
  'languages',
  'accessibility',
  'bring',
  'agenda',
  'withMinors',
  'minimumAdults',
  'maxGuests',
  'maxGroupSize',
] as const;

@ObjectType({ description: 'Data of an event that every occurrence of a series has, unless it has its own.' })
export class SeriesTemplate extends PickType(Event, templateTexts, ObjectType) {
  @Field(() => Int, { description: 'Duration, in wall-clock minutes.' }) durationMinutes!: number;
  @Field(() => Int, {
    nullable: true,
    description:
      'When sign-up opens to the public, in wall-clock minutes before the start; null if open from the start.',
  })
  opensMinutesBefore!: number | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'When sign-up opens to chapter members, in wall-clock minutes before the start; null if with the public.',
  })
  opensToMembersMinutesBefore!: number | null;
  @Field(() => [SeriesShift], { description: 'Shifts, in order.' }) shifts!: SeriesShift[];
}

/** Programs before 0.4 don't write the size of groups. */
const withDefaults: ValueTransformer = {
  to: (template: SeriesTemplate) => template,
  from: (template: SeriesTemplate | null) => template && { ...template, maxGroupSize: template.maxGroupSize ?? 0 },
};

/** Stored as jsonb, validated when it is read from an event input. */
export function Template(settings: Pick<FieldSettings, 'seenBy' | 'description'>): PropertyDecorator {
  return modelField(settings, {
    type: () => SeriesTemplate,
    column: { type: 'jsonb' as const, transformer: withDefaults },
    empty: null,
  });
}
