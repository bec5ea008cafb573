import type { Database } from '@upstander/platform';
import type { GraphqlAnswer, TestApp } from './app.js';
import { aSignup, aShift } from './factories.js';

export async function aVolunteer(
  app: TestApp,
  chapterId: string,
  parts: { name?: string; email?: string; proven?: boolean } = {},
): Promise<{ id: string; email: string; signupId: string; shiftId: string }> {
  const shift = await aShift(app.db, { event: { chapterId } });
  const signup = await aSignup(app.db, { shiftId: shift.id, ...parts });
  return { id: signup.volunteerId, email: signup.email, signupId: signup.id, shiftId: shift.id };
}

export interface ShownVolunteer {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  tags: string[];
  isMinor: boolean;
  activeAt: string;
  version: number;
  [field: string]: unknown;
}

const fields = `id name preferredName email phone languages availability { weekday from until } isMinor accessibilityNeeds
  skills { id name } interests { id } homeChapter { id } tags activeAt addressConfirmed version`;

export interface VolunteerPage {
  volunteers: {
    edges: Array<{ node: ShownVolunteer }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    totalCount: number;
  };
}

export function volunteers(
  app: TestApp,
  options: { cookie: string },
  variables: Record<string, unknown> = {},
): Promise<GraphqlAnswer<VolunteerPage>> {
  return app.graphql(
    `query ($filter: VolunteerFilter, $order: VolunteerOrder, $first: Int, $after: String) {
      volunteers(filter: $filter, order: $order, first: $first, after: $after) {
        edges { node { ${fields} } } pageInfo { hasNextPage endCursor } totalCount
      }
    }`,
    variables,
    options,
  );
}

export const namesOf = ({ data }: GraphqlAnswer<VolunteerPage>): string[] =>
  data.volunteers.edges.map(({ node }) => node.name);

export function volunteer(
  app: TestApp,
  options: { cookie: string },
  id: string,
  select = '',
): Promise<GraphqlAnswer<{ volunteer: ShownVolunteer }>> {
  return app.graphql(`query ($id: ID!) { volunteer(id: $id) { ${fields} ${select} } }`, { id }, options);
}

export function updateMe(
  app: TestApp,
  options: { cookie: string },
  input: Record<string, unknown>,
): Promise<GraphqlAnswer<{ updateMyVolunteer: ShownVolunteer & Record<string, unknown> }>> {
  return app.graphql(
    `mutation ($input: MyVolunteerInput!) { updateMyVolunteer(input: $input) {
      id name preferredName phone locale languages homeChapterId skillIds interestIds availability { weekday from until }
      birthYear minor accessibilityNeeds showsNameToPeers version emergencyContact { name phone relation }
    } }`,
    { input },
    options,
  );
}

export async function termId(app: TestApp, name: string): Promise<string> {
  const [term] = await app.db.query<{ id: string }>('SELECT id FROM volunteers.term WHERE name = $1', [name]);
  return term!.id;
}

export async function historyOf(app: TestApp, id: string): Promise<string[]> {
  const rows = await app.db.query<{ kind: string }>(
    'SELECT kind FROM volunteers.history WHERE volunteer_id = $1 ORDER BY id',
    [id],
  );
  return rows.map(({ kind }) => kind);
}

/** A volunteer whom staff of a chapter added without an email address. */
export async function volunteerWithoutEmail(db: Database, chapterId: string, name = 'Ivo Novak'): Promise<string> {
  const [signup] = await db.query<{ id: string }>(
    'INSERT INTO volunteers.volunteer (name, met_at) VALUES ($1, now()) RETURNING id',
    [name],
  );
  await db.query(
    'SELECT volunteers.helped(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY[NULL::integer], ARRAY[NULL::date], now())',
    [signup!.id, chapterId],
  );
  return signup!.id;
}
