import { confidentialOperations } from '@upstander/advocacy';
import { StaffAreas } from '@upstander/identity';
import { tokenAreas } from '@upstander/integrations';
import { aFreePort } from '../support/free-port.js';
import { aCaller, type Caller } from '../support/access-callers.js';
import { operationSamples } from '../support/access-samples.js';
import { AccessSweep, type Ask } from '../support/access-sweep.js';
import { askOperation, operationsOf } from '../support/access-table.js';
import { anAccessToken } from '../support/access-tokens.js';
import type { TestApp } from '../support/app.js';
import { aChapter } from '../support/factories.js';
import { assignRole } from '../support/seals.js';
import { startAppWithStripe } from '../support/stripe.js';

jest.setTimeout(600_000);

let app: TestApp;
let close: () => Promise<void>;
beforeAll(async () => {
  const tools = { DEV_MAILBOX_PORT: String(await aFreePort()), TOKEN_REQUESTS_PER_MINUTE: '100000' };
  ({ app, close } = await startAppWithStripe({ config: { TRUST_PROXY: 'true', ...tools } }));
});
afterAll(() => close());

/** Operations in the areas of programs that still take a person. */
const forPeople = [
  'addCoOrganizer',
  'appointShiftLead',
  'emergencyContact',
  'openBoard',
  'openKiosk',
  'overrideSafeguarding',
  'presentEmergencyContacts',
  'removeCoOrganizer',
  'renewPoster',
  'resetCardTesting',
];

// The declarations decide which operations these are, so a new operation is covered without a change here.
test('the most powerful token gets into the operations of its areas and public ones, and never into the sealed zone', async () => {
  const chapter = await aChapter(app.db);
  const operations = await operationsOf(app);
  const admitted: string[] = [];
  const tokenOf = new Map<Caller, Record<string, string>>();
  const sweep = new AccessSweep({ app, chapter, home: chapter, own: true }, ['token'], async () => {
    const caller = await aCaller(app, 'admin', chapter.id);
    for (const role of ['advocate', 'finance', 'moderator'] as const) await assignRole(app.db, caller.accountId!, role);
    tokenOf.set(caller, (await anAccessToken(app, caller.accountId!)).headers);
    return caller;
  });
  for (const [name, make] of Object.entries(operationSamples).filter(([name]) => !name.includes(' ('))) {
    const operation = operations.get(name)!;
    const ask: Ask = (sample, { headers }, caller) =>
      askOperation(app, operation, sample, { headers: { ...headers, ...tokenOf.get(caller) } });
    const [answer] = await sweep.call(make, ask, { onlyReads: operation.kind === 'query' });
    if (answer!.outcome !== 'no') admitted.push(name);
  }
  const declared = app.nest.get(StaffAreas).operations();
  const isInArea = ({ areas }: (typeof declared)[number]) =>
    areas !== undefined && areas !== 'every' && areas.some((area) => tokenAreas.includes(area));
  const expected = declared
    .filter(
      ({ name, allowed }) =>
        name in operationSamples && !confidentialOperations.has(name) && !allowed.has('second-step'),
    )
    .filter(
      (operation) =>
        operation.allowed.has('anyone') ||
        (isInArea(operation) &&
          ['admin', 'finance', 'moderator', 'organizer'].some((role) => operation.allowed.has(role as 'admin'))),
    )
    .map(({ name }) => name);
  expect(admitted.sort()).toEqual([...new Set(expected)].filter((name) => !forPeople.includes(name)).sort());
  expect(admitted.filter((name) => confidentialOperations.has(name))).toEqual([]);
  expect(forPeople.filter((name) => !expected.includes(name))).toEqual([]);
});
