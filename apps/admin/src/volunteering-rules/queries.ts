import { graphql, type ResultOf } from '@upstander/api-client';
import { settingsChange } from '../parts/settings/queries';

const volunteeringRules = graphql(
  `
    fragment VolunteeringRules on VolunteeringRules @_unmask {
      version
      reminderDayBeforeAt
      reminderSameDayAt
      unconfirmedHours
      offerHours
      handOverHours
      guestsPerSignup
      checkInMinutes
      screeningWaitDays
      signupKeptDays
      messageKeptDays
      history {
        ...SettingsChange
      }
    }
  `,
  [settingsChange],
);

export const volunteeringRulesQuery = graphql(
  `
    query VolunteeringRules {
      volunteeringRules {
        ...VolunteeringRules
      }
    }
  `,
  [volunteeringRules],
);

export const updateVolunteeringRulesMutation = graphql(
  `
    mutation UpdateVolunteeringRules($input: VolunteeringInput!, $version: Int!) {
      updateVolunteeringRules(input: $input, version: $version) {
        ...VolunteeringRules
      }
    }
  `,
  [volunteeringRules],
);

export type VolunteeringRules = ResultOf<typeof volunteeringRulesQuery>['volunteeringRules'];
