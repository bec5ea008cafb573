import { SignedIds } from '@upstander/platform';
import { anIntroduction, withCode } from '../support/advocacy.js';
import { aBusiness, aMember } from '../support/businesses.js';
import { anOpportunity } from '../support/opportunities.js';
import { addSessionCookie, describeInBrowser, linkMailedTo, phoneVisits } from './support/index.js';

describeInBrowser('members and introductions of a business', () => {
  const site = phoneVisits();
  let { app, sink, visit, page } = site;
  beforeEach(() => void ({ app, sink, visit, page } = site));

  const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

  async function anOwner(status: 'approved' | 'submitted' = 'approved') {
    const owner = await app.signedIn({ name: 'Olga Owner' });
    const business = await aBusiness(app.db, { status, ownerId: owner.accountId });
    await addSessionCookie(visit.context, app, owner.cookie);
    return { ...owner, ...business };
  }

  test('an owner invites a colleague, who gets an email with instructions, and removes them again', async () => {
    const { id } = await anOwner();
    await page.goto(`/business/${id}/people`);
    await press('Send the invitation');
    expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'Enter the name of this person',
      'Enter the email address of this person',
      'Choose what this person can do',
    ]);
    await page.getByLabel('Name', { exact: true }).fill('Edda Finch');
    await page.getByLabel('Work email').fill('edda@harbor.example');
    await page.getByText('Write opportunities and answer introductions.', { exact: true }).click();
    await press('Send the invitation');
    await page.getByText('The invitation is on its way.').waitFor();
    expect(await linkMailedTo(app, sink, 'edda@harbor.example', '/sign-')).toBe('/sign-in');
    await page.getByRole('link', { name: 'Remove Edda Finch' }).click();
    await page.getByRole('heading', { name: 'Remove Edda Finch?' }).waitFor();
    await press('Yes, remove');
    await page.getByText('Removed. This person can no longer act for the business.').waitFor();
    expect(await page.getByText('edda@harbor.example').count()).toBe(0);
  });

  test('a member of a business finds it on the business page, and a volunteer is led to their own pages', async () => {
    const { id } = await anOwner();
    await page.goto('/business');
    await page.getByRole('heading', { name: 'Your businesses' }).waitFor();
    expect(await page.locator(`main a[href="/business/${id}"]`).count()).toBe(1);
    expect(await page.getByRole('link', { name: 'Get started' }).count()).toBe(0);
    const volunteer = await app.signedIn({ role: 'volunteer' });
    await addSessionCookie(visit.context, app, volunteer.cookie);
    await page.goto('/business');
    await page.getByText(`Signed in as ${volunteer.email}`).waitFor();
    await page.getByRole('link', { name: 'Your own page' }).click();
    expect(new URL(page.url()).pathname).toBe('/account');
  });

  test('the last owner cannot leave, and an editor may leave but not change vetted details', async () => {
    const { id, accountId } = await anOwner();
    await page.goto(`/business/${id}/people?remove=${accountId}`);
    await press('Yes, leave');
    await page.getByRole('alert').getByText('This is the last owner').waitFor();
    const editor = await app.signedIn();
    await aMember(app.db, { businessId: id, accountId: editor.accountId });
    await addSessionCookie(visit.context, app, editor.cookie);
    await page.goto(`/business/${id}/edit`);
    expect(await page.getByLabel('Legal name').count()).toBe(0);
    await page.goto(`/business/${id}/people`);
    await page.getByText('Only an owner can invite someone.').waitFor();
    await page.getByRole('link', { name: 'Leave this business' }).click();
    await press('Yes, leave');
    await heading('Register your business');
  });

  test('another company’s business looks like a missing one', async () => {
    const { id } = await aBusiness(app.db, { status: 'approved' });
    const opportunity = await anOpportunity(app.db, { businessId: id });
    await anOwner();
    const paths = [
      '',
      '/edit',
      '/people',
      '/opportunities',
      '/opportunities/new',
      '/introductions',
      `/opportunities/${opportunity.id}`,
    ];
    for (const path of paths) {
      expect([path, (await page.goto(`/business/${id}${path}`))?.status()]).toEqual([path, 404]);
    }
  });

  test('a form whose session ended keeps its input and is submitted after signing in again', async () => {
    const { id, cookie } = await anOwner();
    await page.goto(`/business/${id}/opportunities/new`);
    await page.getByLabel('Title').fill('Morning baker');
    for (const question of ['Do they have to show an ID on the first day?', 'Do you run a background check?']) {
      await page.getByRole('group', { name: question }).getByText('No', { exact: true }).click();
    }
    await page.getByText('Paid work, part-time or full-time.').click();
    await addSessionCookie(visit.context, app, undefined);
    await press('Save draft');
    await heading('You were signed out');
    expect(await app.db.query('SELECT FROM opportunities.opportunity WHERE business_id = $1', [id])).toEqual([]);
    await addSessionCookie(visit.context, app, cookie);
    await press('Send it again');
    await page.getByText('Saved as a draft.').waitFor();
    await heading('Morning baker');
  });

  test('an opportunity is marked as filled once by the button in its email, and an old link says that it expired', async () => {
    const soon = new Date(app.clock.now().valueOf() + 86_400_000);
    const { id } = await anOpportunity(app.db, { status: 'expiring', title: 'Line cook', expiresAt: soon });
    const [{ version } = { version: 0 }] = await app.db.query<{ version: number }>(
      'SELECT token_version AS version FROM opportunities.opportunity WHERE id = $1',
      [id],
    );
    const link = `/business/opportunity/${app.nest.get(SignedIds, { strict: false }).sign('opportunity', id, version)}`;
    await page.goto(link);
    await page.getByText('“Line cook” is on the site until').waitFor();
    const status = async () => app.db.query('SELECT status FROM opportunities.opportunity WHERE id = $1', [id]);
    expect(await status()).toEqual([{ status: 'expiring' }]);
    await press('Mark as filled');
    await heading('Thank you for telling us! It’s no longer on the site.');
    expect(await status()).toEqual([{ status: 'filled' }]);
    await page.goto(link);
    await page.getByText('There’s nothing left to do here.').waitFor();
    for (const old of ['/business/opportunity/nothing', '/business/domain/nothing']) {
      await page.goto(old);
      if (old.includes('domain')) await press('Yes, it’s our domain');
      await heading('This link doesn’t work');
    }
  });

  test('an opportunity renewed often says that it needs review, and is then submitted', async () => {
    const { id: businessId } = await anOwner();
    const soon = new Date(app.clock.now().valueOf() + 86_400_000);
    const { id } = await anOpportunity(app.db, { businessId, status: 'expiring', expiresAt: soon, renewals: 99 });
    await page.goto(`/business/${businessId}/opportunities/${id}`);
    await page.getByText('Until then, it’s off the site').waitFor();
    await press('Still open: renew it');
    await page.getByText('Submitted. Our team will review it.').waitFor();
  });

  test('a visitor is led to sign-in and back', async () => {
    const { id } = await aBusiness(app.db);
    await page.goto(`/business/${id}/opportunities`);
    await heading('Sign in');
    expect(new URL(page.url()).searchParams.get('to')).toBe(`/business/${id}/opportunities`);
  });

  test('an introduction shows a name and shared details; it is answered, discussed, and gone once withdrawn', async () => {
    const { member, code, consentId, introductionId, desk } = await anIntroduction(app, {
      alias: 'Luna B.',
      shares: 'Has baked for two years.',
      availability: 'Puede venir por las mañanas, de lunes a viernes.',
    });
    await desk.writeToBusiness({ introductionId, body: 'When could Luna come by?' });
    await addSessionCookie(visit.context, app, member.cookie);
    await page.goto(`/business/${member.businessId}/introductions`);
    await page.getByText('One new message').waitFor();
    await page.getByRole('link', { name: 'Luna B.' }).click();
    await page.getByText('Has baked for two years.').waitFor();
    expect(await page.getByText('Puede venir por las mañanas').getAttribute('lang')).toBe('es');
    await page.getByText('Written in Spanish.').waitFor();
    await page.getByText('When could Luna come by?').waitFor();
    const html = await page.content();
    for (const secret of ['310 555 0123', '+13105550123', 'weekday mornings', 'I can start soon.']) {
      expect(html).not.toContain(secret);
    }
    expect(await page.title()).not.toContain('Luna');
    await press('Yes, we’re interested');
    await page.getByText('Thank you. We’ve told the advocate.').waitFor();
    await press('Send the message');
    await page.getByRole('alert').getByRole('link', { name: 'Write a message' }).waitFor();
    await page.getByLabel('Your message').fill('Thursday at nine, with coffee.');
    await press('Send the message');
    await page.getByText('Sent.').waitFor();
    await page.getByText('Thursday at nine, with coffee.').waitFor();
    await page.reload();
    expect(await page.getByText('Thursday at nine, with coffee.').count()).toBe(1);

    await withCode(app, code).revokeConsent({ consentId });
    expect((await page.reload())?.status()).toBe(404);
    await heading('This introduction is no longer here');
    expect(await page.content()).not.toContain('Luna');
    await page.getByRole('link', { name: 'All introductions' }).click();
    await page.getByText('No introductions yet').waitFor();
  });

  test('a message written while the consent ended is answered with an explanation that reveals nothing', async () => {
    const { member, code, consentId, introductionId } = await anIntroduction(app, { alias: 'Solange' });
    await addSessionCookie(visit.context, app, member.cookie);
    await page.goto(`/business/${member.businessId}/introductions/${introductionId}`);
    await page.getByLabel('Your message').fill('Hello!');
    await withCode(app, code).revokeConsent({ consentId });
    await press('Send the message');
    await heading('This introduction is no longer here');
    expect(await page.content()).not.toContain('Solange');
  });
});
