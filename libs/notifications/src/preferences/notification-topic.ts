import { enumOf, type EnumOf } from '@upstander/platform';

export const NotificationTopic = enumOf('NotificationTopic', 'A kind of notification that people choose how to get.', {
  volunteer_messages: 'Messages from organizers to several volunteers, requests to help, and the yearly summary.',
  series_dates: 'New dates of a series that the person signed up for.',
  thank_yous: 'Thanks after a shift and for a round number of hours.',
  fundraiser_updates: 'Updates of fundraisers the person gave to.',
  fundraiser_gifts: 'Gifts to a fundraiser or page of the person.',
  new_signups: 'New sign-ups for the events of an organizer.',
  late_cancellations: 'Canceled sign-ups less than 48 hours before the shift.',
  short_shifts: 'Shifts with fewer than half of their spots filled 48 hours before the start.',
  safeguarding: 'Shifts with minors that have too few adults.',
  site_messages: "Messages from the website to an organizer's chapter.",
  registration_answers: 'Answers of participants to the questions of a registration form.',
});
export type NotificationTopic = EnumOf<typeof NotificationTopic>;

export const NotificationFrequency = enumOf('NotificationFrequency', 'How often a person is notified of a topic.', {
  immediate: 'Within minutes; several notifications at a time are combined.',
  daily: 'Once a day, in one summary with the other topics.',
  never: 'Not at all.',
});
export type NotificationFrequency = EnumOf<typeof NotificationFrequency>;

interface TopicRules {
  /** `organizers`: accounts that are notified of the events of a chapter. */
  audience: 'everyone' | 'organizers';
  /** The first is the default. */
  choices: readonly [NotificationFrequency, ...NotificationFrequency[]];
  /** True if quiet hours don't delay it. */
  isUrgent?: true;
}

const { IMMEDIATE, DAILY, NEVER } = NotificationFrequency;

export const topicRules: Readonly<Record<NotificationTopic, TopicRules>> = {
  volunteer_messages: { audience: 'everyone', choices: [IMMEDIATE, DAILY, NEVER] },
  series_dates: { audience: 'everyone', choices: [IMMEDIATE, DAILY, NEVER] },
  thank_yous: { audience: 'everyone', choices: [IMMEDIATE, DAILY, NEVER] },
  fundraiser_updates: { audience: 'everyone', choices: [IMMEDIATE, DAILY, NEVER] },
  fundraiser_gifts: { audience: 'everyone', choices: [IMMEDIATE, DAILY, NEVER] },
  new_signups: { audience: 'organizers', choices: [DAILY, IMMEDIATE, NEVER] },
  late_cancellations: { audience: 'organizers', choices: [IMMEDIATE, DAILY, NEVER], isUrgent: true },
  short_shifts: { audience: 'organizers', choices: [IMMEDIATE, DAILY, NEVER] },
  // The safety of minors isn't optional.
  safeguarding: { audience: 'organizers', choices: [IMMEDIATE], isUrgent: true },
  site_messages: { audience: 'organizers', choices: [IMMEDIATE, DAILY, NEVER] },
  registration_answers: { audience: 'organizers', choices: [DAILY, IMMEDIATE, NEVER] },
};

export const notificationTopics = Object.keys(topicRules) as NotificationTopic[];
