import { ApiFault, ask, graphql, type ResultOf, type TadaDocumentNode, type WireAnswer } from '@upstander/api-client';

export const kioskQuery = graphql(`
  query KioskPage($token: String!) {
    kiosk(token: $token) {
      title
      timeZone
      opensAt
      closesAt
    }
  }
`);

export const kioskCheckInMutation = graphql(`
  mutation KioskCheckIn($token: String!, $input: KioskCheckInInput!) {
    kioskCheckIn(token: $token, input: $input) {
      outcome
      firstName
      opensAt
      shifts {
        id
        role
        startsAt
        endsAt
      }
    }
  }
`);

export type KioskEvent = ResultOf<typeof kioskQuery>['kiosk'];
export type KioskAnswer = ResultOf<typeof kioskCheckInMutation>['kioskCheckIn'];

/**
 * Calls the API with the kiosk token only. Cookies are omitted, so a session on this device is never used.
 * @throws ApiRefusal, ApiFault
 */
export function askAsKiosk<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return ask(
    async (query, variables) => {
      try {
        const response = await fetch('/graphql', {
          method: 'POST',
          credentials: 'omit',
          headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
          body: JSON.stringify({ query, variables: variables }),
        });
        return (await response.json()) as WireAnswer;
      } catch {
        throw new ApiFault('network');
      }
    },
    document,
    variables,
  );
}

const kioskStorageKey = 'upstander.kiosk';

/** Moves the token from the URL to session storage, so that no one can read it off the screen. */
export function takeToken(): string | null {
  const tokenInHash = window.location.hash.slice(1);
  if (tokenInHash !== '') {
    window.sessionStorage.setItem(kioskStorageKey, tokenInHash);
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }
  return tokenInHash === '' ? window.sessionStorage.getItem(kioskStorageKey) : tokenInHash;
}
