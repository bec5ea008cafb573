import { graphql, type ResultOf } from '@upstander/api-client';
import { queryClient } from '../api/query-client';
import { request } from '../api/ask';
import { keyOf } from '../api/use-api';

export const meQuery = graphql(`
  query Me {
    me {
      id
      email
      name
      locale
      hasSecondStep
      viewAreas
      manageAreas
      coOrganizedIds
      featuresInUse
      customGrants {
        name
        nameEs
        baseRole
        viewAreas
        manageAreas
        chapter {
          id
          name
        }
      }
      grants {
        role
        chapter {
          id
          name
          slug
          timeZone
        }
      }
    }
    organization {
      name
      logo {
        url
      }
      timeZone
      currencies
      guestsPerSignup
      publicUrl
    }
  }
`);

export type Me = NonNullable<ResultOf<typeof meQuery>['me']>;

/** Returns the signed-in user or null, from the cache. */
export async function fetchMe(): Promise<Me | null> {
  const { me } = await queryClient.fetchQuery({
    queryKey: keyOf(meQuery, {}),
    queryFn: ({ signal }) => request(meQuery, {}, signal),
  });
  return me;
}

const whoQuery = graphql(`
  query Who {
    me {
      id
    }
  }
`);

/** Returns the account ID of the current session or null. Not cached. */
export async function fetchSignedInAccountId(): Promise<string | null> {
  const { me } = await request(whoQuery, {});
  return me?.id ?? null;
}
