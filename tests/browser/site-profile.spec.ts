import { startApp, type TestApp } from '../support/app.js';
import { aChapter, aSignup } from '../support/factories.js';

describe('a volunteer’s own profile', () => {
  let app: TestApp;
  let cookie: string;
  let chapterId: string;
  let skill: { id: string; name: string };

  beforeAll(async () => {
    app = await startApp();
    let email: string;
    ({ cookie, email } = await app.signedIn({ name: 'Ana Reyes' }));
    await aSignup(app.db, { name: 'Ana Reyes', email });
    chapterId = (await aChapter(app.db)).id;
    skill = (
      await app.db.query<{ id: string; name: string }>(
        "SELECT id, name FROM volunteers.term WHERE kind = 'skill' LIMIT 1",
      )
    )[0]!;
  });
  afterAll(() => app.close());

  const read = async () => (await fetch(`${app.url}/account/profile`, { headers: { cookie } })).text();
  const versionIn = (html: string) => /name="version" value="(\d*)"/.exec(html)![1]!;
  const save = (fields: ReadonlyArray<[string, string]>, headers: Record<string, string> = { cookie }) =>
    fetch(`${app.url}/account/profile`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'sec-fetch-site': 'same-origin', ...headers },
      body: new URLSearchParams(fields.map(([name, value]) => [name, value])),
    });
  const profile = async () =>
    (
      await app.graphql<{ me: { volunteer: Record<string, unknown> } }>(
        `{ me { volunteer { name preferredName phone languages homeChapterId skillIds accessibilityNeeds minor birthYear
           showsNameToPeers getsMessages availability { weekday from until } emergencyContact { name phone relation } } } }`,
        {},
        { cookie },
      )
    ).data.me.volunteer;

  test('is filled in, saved, and shown again unchanged', async () => {
    const answer = await save([
      ['version', versionIn(await read())],
      ['name', 'Ana Reyes'],
      ['preferredName', 'Anita'],
      ['phone', '(310) 555-0123'],
      ['languages', 'es'],
      ['languages', 'vi'],
      ['homeChapter', chapterId],
      ['skills', skill.id],
      ['availability', '6 08:00 12:00'],
      ['availability', '3 17:00 21:00'],
      ['accessibility', 'A chair now and then.'],
      ['birthYear', '1998'],
      ['contactName', 'Berta Reyes'],
      ['contactPhone', '+1 310 555 0199'],
      ['contactRelation', 'sister'],
      ['peers', '1'],
      ['messages', '1'],
    ]);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/profile?did=save']);
    expect(await profile()).toEqual({
      name: 'Ana Reyes',
      preferredName: 'Anita',
      phone: '+13105550123',
      languages: ['es', 'vi'],
      homeChapterId: chapterId,
      skillIds: [skill.id],
      accessibilityNeeds: 'A chair now and then.',
      minor: false,
      birthYear: 1998,
      showsNameToPeers: true,
      getsMessages: true,
      availability: [
        { weekday: 3, from: '17:00', until: '21:00' },
        { weekday: 6, from: '08:00', until: '12:00' },
      ],
      emergencyContact: { name: 'Berta Reyes', phone: '+13105550199', relation: 'sister' },
    });
    const html = await read();
    for (const part of ['value="Anita"', 'value="1998"', 'value="Berta Reyes"', 'A chair now and then.'])
      expect(html).toContain(part);
    expect(html).toMatch(/name="availability" checked="" value="6 08:00 12:00"/);
  });

  test('has an anchor on the birth year field and rejects an impossible year', async () => {
    const html = await read();
    expect(html).toMatch(/<input[^>]*id="birthYear"/);
    for (const birthYear of ['98', '2099']) {
      const answer = await save([
        ['version', versionIn(html)],
        ['name', 'Ana Reyes'],
        ['birthYear', birthYear],
      ]);
      expect([birthYear, answer.status]).toEqual([birthYear, 422]);
      expect(await answer.text()).toContain('href="#birthYear"');
    }
  });

  test('controls emails that are not about their own shifts', async () => {
    const ticked = (html: string) => /<input[^>]*id="messages"[^>]*>/.exec(html)![0].includes('checked');
    expect(ticked(await read())).toBe(true);
    const fields: Array<[string, string]> = [
      ['version', versionIn(await read())],
      ['name', 'Ana Reyes'],
    ];
    await save(fields);
    expect([ticked(await read()), (await profile())['getsMessages']]).toEqual([false, false]);
    await save([
      ['version', versionIn(await read())],
      ['name', 'Ana Reyes'],
      ['messages', '1'],
    ]);
    expect([ticked(await read()), (await profile())['getsMessages']]).toEqual([true, true]);
  });

  test('keeps custom availability hours until they are unchecked', async () => {
    await app.db.query(
      `UPDATE volunteers.volunteer SET availability = '[{"weekday": 7, "from": "09:30", "until": "13:00"}]'
       WHERE name = 'Ana Reyes'`,
    );
    const html = await read();
    expect(html).toMatch(/name="availability" checked="" value="7 09:30 13:00"/);
    await save([
      ['version', versionIn(html)],
      ['name', 'Ana Reyes'],
      ['availability', '7 09:30 13:00'],
    ]);
    expect(await profile()).toMatchObject({ availability: [{ weekday: 7, from: '09:30', until: '13:00' }] });
  });

  test('shows errors at each field and keeps all input', async () => {
    const version = versionIn(await read());
    const answer = await save([
      ['version', version],
      ['name', 'Ana Reyes'],
      ['phone', '12'],
      ['contactRelation', 'sister'],
    ]);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    for (const field of ['contactName', 'contactPhone']) expect(html).toContain(`id="${field}-error"`);
    expect(html).toContain('value="sister"');
    const number = await save([
      ['version', version],
      ['name', 'Ana Reyes'],
      ['phone', '12'],
    ]);
    expect([number.status, (await number.text()).includes('id="phone-error"')]).toEqual([422, true]);
  });

  test('deletes an emergency contact when its fields are emptied', async () => {
    await save([
      ['version', versionIn(await read())],
      ['name', 'Ana Reyes'],
    ]);
    expect(await profile()).toMatchObject({ emergencyContact: null, phone: null });
  });

  test('detects a concurrent change instead of overwriting it', async () => {
    const version = versionIn(await read());
    await save([
      ['version', version],
      ['name', 'Ana Reyes'],
      ['preferredName', 'First'],
    ]);
    const second = await save([
      ['version', version],
      ['name', 'Ana Reyes'],
      ['preferredName', 'Second'],
    ]);
    const html = await second.text();
    expect([second.status, html.includes('value="Second"')]).toEqual([409, true]);
    expect(await profile()).toMatchObject({ preferredName: 'First' });
    const third = await save([
      ['version', versionIn(html)],
      ['name', 'Ana Reyes'],
      ['preferredName', 'Second'],
    ]);
    expect(third.status).toBe(303);
  });

  test('requires signing in, and a form whose session ended is kept until then', async () => {
    const redirected = await fetch(`${app.url}/account/profile`, { redirect: 'manual' });
    expect([redirected.status, redirected.headers.get('location')]).toEqual([303, '/sign-in?to=%2Faccount%2Fprofile']);
    const ended = await save([['name', 'Ana Reyes']], {});
    expect([ended.status, (await ended.text()).includes('value="Ana Reyes"')]).toEqual([401, true]);
  });
});
