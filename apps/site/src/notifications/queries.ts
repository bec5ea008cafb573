import { graphql, type ResultOf } from '@upstander/api-client';

export const MyNotifications = graphql(`
  query MyNotifications($token: String) {
    notificationPreferences(token: $token) {
      recipientMasked
      preferences {
        topic
        frequency
        choices
      }
    }
  }
`);

export type Preferences = ResultOf<typeof MyNotifications>['notificationPreferences'];
export type Topic = Preferences['preferences'][number]['topic'];
export type Frequency = Preferences['preferences'][number]['frequency'];

export const UpdateMyNotifications = graphql(`
  mutation UpdateMyNotifications($input: UpdateNotificationPreferencesInput!) {
    updateNotificationPreferences(input: $input) {
      recipientMasked
    }
  }
`);
