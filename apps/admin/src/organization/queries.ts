import { graphql, type ResultOf } from '@upstander/api-client';
import type { FormValues, models } from '@upstander/web-kit';
import { settingsChange } from '../parts/settings/queries';

const organizationSettings = graphql(
  `
    fragment OrganizationSettings on OrganizationSettings @_unmask {
      version
      name
      postalAddress
      taxId
      foundedYear
      board
      partners
      accountsUrl
      contactEmail
      contactPhone
      profileUrls
      actionColor
      giveColor
      languages
      logo {
        id
        url
      }
      history {
        ...SettingsChange
      }
    }
  `,
  [settingsChange],
);

export const organizationSettingsQuery = graphql(
  `
    query OrganizationSettings {
      organizationSettings {
        ...OrganizationSettings
      }
    }
  `,
  [organizationSettings],
);

export const updateOrganizationMutation = graphql(
  `
    mutation UpdateOrganization($input: OrganizationInput!, $version: Int!) {
      updateOrganization(input: $input, version: $version) {
        ...OrganizationSettings
      }
    }
  `,
  [organizationSettings],
);

export type OrganizationSettings = ResultOf<typeof organizationSettingsQuery>['organizationSettings'];
export type OrganizationValues = FormValues<typeof models.OrganizationInput>;
