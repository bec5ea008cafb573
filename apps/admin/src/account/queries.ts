import { graphql, type ResultOf } from '@upstander/api-client';

export const sessionsQuery = graphql(`
  query MySessions {
    mySessions {
      id
      createdAt
      lastSeenAt
      userAgent
      firstStep
      current
    }
  }
`);

export type SessionRow = ResultOf<typeof sessionsQuery>['mySessions'][number];

export const revokeSessionMutation = graphql(`
  mutation RevokeSession($id: ID!) {
    revokeSession(id: $id) {
      ok
    }
  }
`);

export const signOutElsewhereMutation = graphql(`
  mutation SignOutElsewhere {
    signOutElsewhere {
      ok
    }
  }
`);

export const setPasswordMutation = graphql(`
  mutation SetPassword($currentPassword: String, $newPassword: String!) {
    setPassword(currentPassword: $currentPassword, newPassword: $newPassword) {
      ok
    }
  }
`);

export const singleSignOnQuery = graphql(`
  query MySingleSignOn {
    singleSignOnName
    me {
      id
      singleSignOnSince
    }
  }
`);

export const unlinkSingleSignOnMutation = graphql(`
  mutation UnlinkSingleSignOn {
    unlinkSingleSignOn {
      ok
    }
  }
`);

export const recoveryCodesLeftQuery = graphql(`
  query RecoveryCodesLeft {
    recoveryCodesLeft
  }
`);

export const createRecoveryCodesMutation = graphql(`
  mutation CreateRecoveryCodes {
    createRecoveryCodes
  }
`);

export const beginPasskeyMutation = graphql(`
  mutation BeginPasskey {
    beginPasskey {
      challenge
      rpId
      credentialIds
      rpName
      userId
      userName
      userDisplayName
    }
  }
`);

export const addPasskeyMutation = graphql(`
  mutation AddPasskey($input: AddPasskeyInput!) {
    addPasskey(input: $input) {
      id
    }
  }
`);

export const removePasskeyMutation = graphql(`
  mutation RemovePasskey($id: ID!) {
    removePasskey(id: $id) {
      ok
    }
  }
`);

export const beginSecondStepSetupMutation = graphql(`
  mutation ReplaceSecondStep($currentPassword: String) {
    beginSecondStepSetup(currentPassword: $currentPassword) {
      secret
      qrSvg
    }
  }
`);

export const finishSecondStepSetupMutation = graphql(`
  mutation FinishReplacingSecondStep($code: String!, $currentPassword: String) {
    finishSecondStepSetup(code: $code, currentPassword: $currentPassword) {
      state
    }
  }
`);
