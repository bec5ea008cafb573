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
 * Asks the API with nothing but the kiosk's token. Cookies are left out, so a session on this device is never used.
 * @throws ApiRefusal, ApiFault
 */
export function askAsKiosk<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  return ask(
    async (query, sent) => {
      try {
        const response = await fetch('/graphql', {
          method: 'POST',
          credentials: 'omit',
          headers: { 'content-type': 'application/json', 'apollo-require-preflight': 'true' },
          body: JSON.stringify({ query, variables: sent }),
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

const kept = 'upstander.kiosk';

/** The token of the link that was opened here. It moves from the address to this tab, so that no one can read it there. */
export function takeToken(): string | null {
  const opened = window.location.hash.slice(1);
  if (opened !== '') {
    window.sessionStorage.setItem(kept, opened);
    window.history.replaceState(window.history.state, '', window.location.pathname);
  }
  return opened === '' ? window.sessionStorage.getItem(kept) : opened;
}
