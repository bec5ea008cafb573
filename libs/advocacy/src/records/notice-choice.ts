import { isTextingTime } from '@upstander/notifications';
import { InputType, ObjectType } from '@nestjs/graphql';
import {
  Choices,
  Count,
  enumOf,
  type EnumOf,
  type Faults,
  faultsOf,
  Flag,
  InputOf,
  PersonName,
  readInput,
  TimeZone,
} from '@upstander/platform';

export const NoticeChannel = enumOf('NoticeChannel', 'How a notice is sent.', {
  mail: 'By email.',
  text: 'By text message.',
});
export type NoticeChannel = EnumOf<typeof NoticeChannel>;

export const noticeChannels = Object.values(NoticeChannel);

export const isNoticeChannel = (channel: string): channel is NoticeChannel =>
  noticeChannels.some((one) => one === channel);

export const Weekday = enumOf('Weekday', 'Day of the week.', {
  monday: 'Monday.',
  tuesday: 'Tuesday.',
  wednesday: 'Wednesday.',
  thursday: 'Thursday.',
  friday: 'Friday.',
  saturday: 'Saturday.',
  sunday: 'Sunday.',
});
export type Weekday = EnumOf<typeof Weekday>;

const seenBy = 'anyone';

@ObjectType({ description: 'When and how an email or a text may tell the person that there is something new.' })
export class NoticeChoice {
  @Choices(Weekday, { seenBy, description: 'Days on which a notice is safe.' }) days!: Weekday[];
  @Count({ seenBy, max: 23, description: 'First full hour at which a notice is safe.' }) fromHour!: number;
  @Count({ seenBy, min: 1, max: 24, description: 'Hour at which the safe time ends.' }) untilHour!: number;
  @TimeZone({ seenBy, description: 'Time zone of the person.' }) timeZone!: string;
  @PersonName({
    seenBy,
    max: 40,
    nullable: true,
    description: 'Name of the sender of the email, or first words of the text; null for none.',
  })
  senderName!: string | null;
  @Flag({ seenBy, description: 'True if the notice may name the organization.' }) namesOrganization!: boolean;
}

@InputType({ description: 'When and how an email or a text may tell the person that there is something new.' })
export class NoticeChoiceInput extends InputOf(NoticeChoice, {
  required: ['days', 'fromHour', 'untilHour', 'timeZone', 'namesOrganization'],
  optional: ['senderName'],
}) {}

/** @param at prefix of the names of the faults */
export function readNoticeChoice(input: NoticeChoiceInput, at: string): { choice: NoticeChoice; faults: Faults } {
  const { values } = readInput(NoticeChoiceInput, input);
  const faults = faultsOf(NoticeChoiceInput, values, at);
  const days = Object.values(Weekday).filter((day) => values.days.includes(day));
  if (days.length === 0) faults[`${at}days`] = 'required';
  if (values.fromHour >= values.untilHour) faults[`${at}untilHour`] ??= 'out-of-range';
  return { choice: { ...values, days }, faults };
}

const quarterMs = 15 * 60_000;
const lookAheadMs = 8 * 86_400_000;

export const startOfQuarter = (at: Date): Date => new Date(Math.floor(at.valueOf() / quarterMs) * quarterMs);

export const nextQuarter = (at: Date): Date => new Date(startOfQuarter(at).valueOf() + quarterMs);

type SafeHours = Pick<NoticeChoice, 'days' | 'fromHour' | 'untilHour' | 'timeZone'> & {
  /** Phone number of a text, which the law allows only at certain hours; null for an email. */
  number: string | null;
};

/**
 * True if a notice may be sent now. False in the last quarter hour, because a server may deliver it some minutes later.
 */
export function isSafeTime(hours: SafeHours, at: Date): boolean {
  const isWithin = withinHours(hours);
  return isWithin(at) && isWithin(new Date(at.valueOf() + quarterMs));
}

/** Returns the first time from `earliest` on at which a notice may be sent; null if there is none within eight days. */
export function nextSafeTime(hours: SafeHours, earliest: Date): Date | null {
  const isWithin = withinHours(hours);
  const isSafe = (at: number) => isWithin(new Date(at)) && isWithin(new Date(at + quarterMs));
  const first = earliest.valueOf();
  if (isSafe(first)) return earliest;
  for (let at = nextQuarter(earliest).valueOf(); at < first + lookAheadMs; at += quarterMs) {
    if (isSafe(at)) return new Date(at);
  }
  return null;
}

function withinHours({ days, fromHour, untilHour, timeZone, number }: SafeHours): (at: Date) => boolean {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, weekday: 'long', hour: '2-digit', hourCycle: 'h23' });
  return (at) => {
    const parts = format.formatToParts(at);
    const part = (type: 'weekday' | 'hour') => parts.find((one) => one.type === type)?.value ?? '';
    const hour = Number(part('hour'));
    const isChosen = days.some((day) => day === part('weekday').toLowerCase()) && hour >= fromHour && hour < untilHour;
    return isChosen && (number === null || isTextingTime(at, number, timeZone));
  };
}
