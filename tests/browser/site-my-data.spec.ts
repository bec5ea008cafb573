import { startApp, type TestApp } from '../support/app.js';
import { aShift, aSignup } from '../support/factories.js';
import { days } from '../support/movable-clock.js';

describe('a volunteer’s own data', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  async function volunteerWithShift(inDays: number) {
    const person = await app.signedIn({ name: 'Ana Reyes' });
    const shift = await aShift(app.db, { event: { startsAt: new Date(Date.now() + days(inDays)) } });
    const { volunteerId } = await aSignup(app.db, { shiftId: shift.id, name: 'Ana Reyes', email: person.email });
    return { ...person, volunteerId };
  }
  const read = async (path: string, { cookie }: { cookie: string }) =>
    (await fetch(`${app.url}${path}`, { headers: { cookie } })).text();
  const erase = (headers: Record<string, string>) =>
    fetch(`${app.url}/account/data`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(),
    });
  const nameOf = async (id: string) =>
    (await app.db.query<{ name: string }>('SELECT name FROM volunteers.volunteer WHERE id = $1', [id]))[0]!.name;

  test('can be downloaded as a file, and erased after confirmation', async () => {
    const ana = await volunteerWithShift(-3);
    expect(await read('/account', ana)).toContain('href="/account/data"');
    const page = await read('/account/data', ana);
    expect(page).toContain('href="/exports/my-volunteer.json"');
    // Viewing the page or opening the confirmation erases nothing.
    expect(page).not.toContain('action="/account/data" method="post"');
    expect(await read('/account/data?ask=erase', ana)).toContain('action="/account/data" method="post"');
    expect(await nameOf(ana.volunteerId)).toBe('Ana Reyes');
    const answer = await erase({ cookie: ana.cookie });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/data?did=erase']);
    expect(await nameOf(ana.volunteerId)).not.toBe('Ana Reyes');
    const after = await read('/account/data?did=erase', ana);
    expect([after.includes('Your data is erased.'), after.includes('my-volunteer.json')]).toEqual([true, false]);
  });

  test('cannot be erased before an upcoming shift, and the page says so', async () => {
    const ana = await volunteerWithShift(5);
    const answer = await erase({ cookie: ana.cookie });
    expect([answer.status, (await answer.text()).includes('There are upcoming shifts.')]).toEqual([422, true]);
    expect(await nameOf(ana.volunteerId)).toBe('Ana Reyes');
  });

  test('requires signing in', async () => {
    const redirected = await fetch(`${app.url}/account/data`, { redirect: 'manual' });
    expect([redirected.status, redirected.headers.get('location')]).toEqual([303, '/sign-in?to=%2Faccount%2Fdata']);
    expect((await erase({})).status).toBe(401);
  });
});
