import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { SettingsChange, type SettingFields } from '@upstander/identity';
import { Count, InputOf, SeenBy, Text } from '@upstander/platform';
import { isReminderTime } from '../events.settings.js';

const seenBy = 'staff';
const timeFault = (text: string) => (isReminderTime(text) ? null : 'not-a-reminder-time');

/** The volunteering rules that admins can change. SettingsStore stores them. */
export class VolunteeringProfile {
  @Text({
    seenBy,
    max: 5,
    required: true,
    fault: timeFault,
    description: 'Local time of reminders on the day before a shift, from 06:00 to 21:59.',
  })
  reminderDayBeforeAt!: string;
  @Text({
    seenBy,
    max: 5,
    required: true,
    fault: timeFault,
    description: 'Local time of reminders on the day of a shift that starts later, from 06:00 to 21:59.',
  })
  reminderSameDayAt!: string;
  @Count({
    seenBy,
    min: 1,
    max: 168,
    description: 'Hours for which a sign-up reserves its spot while its email address is unconfirmed.',
  })
  unconfirmedHours!: number;
  @Count({
    seenBy,
    min: 1,
    max: 168,
    description: 'Hours for which an open spot is offered to one person on the waitlist.',
  })
  offerHours!: number;
  @Count({ seenBy, min: 1, max: 336, description: 'Hours a person has to accept a spot that a volunteer hands over.' })
  handOverHours!: number;
  @Count({
    seenBy,
    min: 0,
    max: 20,
    description: 'The most guests that a volunteer may bring. An event can allow fewer.',
  })
  guestsPerSignup!: number;
  @Count({ seenBy, min: 0, max: 240, description: 'Minutes before a shift at which check-in opens.' })
  checkInMinutes!: number;
  @Count({
    seenBy,
    min: 5,
    max: 60,
    description:
      'Business days between the notice before an adverse decision on a background check and the decision (FCRA: at least 5).',
  })
  screeningWaitDays!: number;
  @Count({ seenBy, min: 90, max: 3650, description: 'Days until the sign-ups of a past shift are anonymized.' })
  signupKeptDays!: number;
  @Count({ seenBy, min: 30, max: 3650, description: 'Days until a message to a volunteer is deleted after sending.' })
  messageKeptDays!: number;
}

@InputType({ description: 'What an admin decides about volunteering. Omitted fields keep their value.' })
export class VolunteeringInput extends InputOf(VolunteeringProfile, {
  required: [
    'reminderDayBeforeAt',
    'reminderSameDayAt',
    'unconfirmedHours',
    'offerHours',
    'handOverHours',
    'checkInMinutes',
    'screeningWaitDays',
    'signupKeptDays',
    'messageKeptDays',
  ],
  optional: ['guestsPerSignup'],
}) {}

@ObjectType({ description: 'Rules of volunteering, with their history.' })
export class VolunteeringRules extends SeenBy(VolunteeringProfile, 'staff') {
  @Field(() => Int, { description: 'Version to send with an update; 0 if nothing was saved yet.' }) version!: number;
  @Field(() => [SettingsChange], { description: 'The latest 50 saves, newest first.' }) history!: SettingsChange[];
}

/** The setting behind each field. */
export const volunteeringFields = {
  reminderDayBeforeAt: 'REMINDER_DAY_BEFORE_AT',
  reminderSameDayAt: 'REMINDER_SAME_DAY_AT',
  unconfirmedHours: 'UNCONFIRMED_HOURS',
  offerHours: 'OFFER_HOURS',
  handOverHours: 'HAND_OVER_HOURS',
  guestsPerSignup: 'GUESTS_PER_SIGNUP',
  checkInMinutes: 'CHECK_IN_MINUTES',
  screeningWaitDays: 'SCREENING_WAIT_DAYS',
  signupKeptDays: 'SIGNUP_KEPT_DAYS',
  messageKeptDays: 'MESSAGE_KEPT_DAYS',
} as const satisfies SettingFields;
