import { graphql } from '../../api/graphql';

export const WhoAmI = graphql(`
  query WhoAmI {
    me {
      email
    }
  }
`);

export const RequestSignInCode = graphql(`
  mutation RequestSignInCode($email: EmailAddress!, $locale: Locale) {
    requestSignInCode(email: $email, locale: $locale) {
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

export const SignOut = graphql(`
  mutation SignOut {
    signOut {
      ok
    }
  }
`);
