import { graphql } from '@upstander/api-client';

export const SignedInAccount = graphql(`
  query WhoAmI {
    me {
      email
      grants {
        role
      }
      coOrganizedIds
      customGrants {
        baseRole
      }
    }
  }
`);

export const RequestSignInCode = graphql(`
  mutation RequestSignInCode($email: EmailAddress!, $locale: Locale, $solution: String) {
    requestSignInCode(email: $email, locale: $locale, solution: $solution) {
      ok
    }
  }
`);

export const SignInWithCode = graphql(`
  mutation SignInWithCode($email: EmailAddress!, $code: String!) {
    signInWithCode(email: $email, code: $code) {
      state
    }
  }
`);

export const VerifySecondStep = graphql(`
  mutation VerifySecondStep($code: String!) {
    verifySecondStep(code: $code) {
      state
    }
  }
`);

export const SignOut = graphql(`
  mutation SignOut {
    signOut {
      ok
    }
  }
`);

export const SignOutEverywhere = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere {
      ok
    }
  }
`);
