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
      sms {
        isAvailable
        channel
        number
        pendingNumber
        hasCodeFailed
        wording
        wordingEs
        wordingVersion
      }
    }
  }
`);

export type Preferences = ResultOf<typeof MyNotifications>['notificationPreferences'];
export type SmsChoice = Preferences['sms'];
export type Topic = Preferences['preferences'][number]['topic'];
export type Frequency = Preferences['preferences'][number]['frequency'];

export const UpdateMyNotifications = graphql(`
  mutation UpdateMyNotifications($input: UpdateNotificationPreferencesInput!) {
    updateNotificationPreferences(input: $input) {
      recipientMasked
    }
  }
`);

export const RequestMySmsCode = graphql(`
  mutation RequestMySmsCode($input: RequestSmsCodeInput!) {
    requestSmsCode(input: $input) {
      recipientMasked
    }
  }
`);

export const ConfirmMySmsCode = graphql(`
  mutation ConfirmMySmsCode($code: String!) {
    confirmSmsCode(code: $code) {
      recipientMasked
    }
  }
`);

export const UpdateMySms = graphql(`
  mutation UpdateMySms($input: UpdateSmsPreferenceInput!) {
    updateSmsPreference(input: $input) {
      recipientMasked
    }
  }
`);
