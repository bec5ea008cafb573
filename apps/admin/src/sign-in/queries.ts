import { graphql } from '@upstander/api-client';

export const signInMutation = graphql(`
  mutation SignIn($email: EmailAddress!, $password: String!) {
    signIn(email: $email, password: $password) {
      state
      hasPasskey
    }
  }
`);

export const requestSignInCodeMutation = graphql(`
  mutation RequestSignInCode($email: EmailAddress!, $locale: Locale, $solution: String) {
    requestSignInCode(email: $email, locale: $locale, solution: $solution) {
      ok
    }
  }
`);

export const signInWithCodeMutation = graphql(`
  mutation SignInWithCode($email: EmailAddress!, $code: String!) {
    signInWithCode(email: $email, code: $code) {
      state
      hasPasskey
    }
  }
`);

export const verifySecondStepMutation = graphql(`
  mutation VerifySecondStep($code: String!) {
    verifySecondStep(code: $code) {
      state
    }
  }
`);

export const resetPasswordMutation = graphql(`
  mutation ResetPassword($newPassword: String!) {
    resetPassword(newPassword: $newPassword) {
      ok
    }
  }
`);

export const beginSecondStepSetupMutation = graphql(`
  mutation BeginSecondStepSetup($currentPassword: String) {
    beginSecondStepSetup(currentPassword: $currentPassword) {
      secret
      uri
      qrSvg
    }
  }
`);

export const finishSecondStepSetupMutation = graphql(`
  mutation FinishSecondStepSetup($code: String!, $currentPassword: String) {
    finishSecondStepSetup(code: $code, currentPassword: $currentPassword) {
      state
    }
  }
`);
