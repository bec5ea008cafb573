import sharp from 'sharp';
import { aCampaign, aPage, aPaidGift } from '../support/factories.fundraising.js';
import { describeInBrowser, linkMailedTo, phoneVisits, tokenOf } from './support/index.js';

describeInBrowser('a supporter on the public site', () => {
  const site = phoneVisits();
  let { app, sink, page } = site;
  beforeEach(() => void ({ app, sink, page } = site));

  const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();

  async function start(who: { title: string; email: string }): Promise<void> {
    await page.goto('/fundraisers');
    await page.getByRole('link', { name: 'Start a fundraiser' }).click();
    await page.getByLabel('What are you raising money for?').fill(who.title);
    await page.getByLabel('Why does it matter to you?').fill('My neighbor was there. She is safe now.');
    await page.getByLabel('How much would you like to raise?').fill('1,500');
    await page.getByLabel('Your name').fill('Nadia Fox');
    await page.getByLabel('Email', { exact: true }).fill(who.email);
    await page.getByRole('button', { name: 'Start fundraiser' }).click();
  }

  async function decide(
    title: string,
    status: 'live' | 'changes_requested',
    note: string | null = null,
  ): Promise<void> {
    await app.db.query(
      `UPDATE fundraising.campaign SET status = $2, review_note = $3,
         published_at = CASE WHEN $2 = 'live' THEN now() ELSE published_at END
       WHERE title = $1`,
      [title, status, note],
    );
  }

  test('starts a fundraiser with three questions, confirms it, makes the requested changes, and posts news', async () => {
    await start({ title: 'My birthday for beds', email: 'nadia@example.org' });
    await heading('One more step');
    const link = await linkMailedTo(app, sink, 'nadia@example.org', '/fundraiser/');
    await page.goto(link);
    await heading('Please confirm it’s you');
    await page.getByText('My neighbor was there. She is safe now.').first().waitFor();
    expect(await page.locator('.pairs').innerText()).toMatch(/Nadia Fox[\s\S]*\$1,500/);
    await page.getByRole('button', { name: 'Yes, submit it' }).click();
    await page.getByText('Thank you! Our team has it now.').waitFor();
    await heading('Our team is reviewing it');
    await page.getByText('Edit', { exact: true }).click();
    await page.getByLabel('In one sentence').fill('Twelve beds, one birthday.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByText('Twelve beds, one birthday.').first().waitFor();

    await decide('My birthday for beds', 'changes_requested', 'Please say how many beds.');
    await page.goto(link);
    await heading('Our team asked for a change');
    await page.getByText('Please say how many beds.').waitFor();
    await page.getByLabel('Title').first().fill('My birthday for twelve beds');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved and sent back to our team.').waitFor();

    await decide('My birthday for twelve beds', 'live');
    await page.goto(link);
    await heading('Your fundraiser is public');
    await page.getByText('Post an update', { exact: true }).click();
    await page.getByRole('button', { name: 'Send to our team' }).click();
    await page.getByRole('link', { name: 'Tell people what’s new' }).waitFor();
    await page.getByLabel('Title').first().fill('Three beds!');
    await page.getByLabel('What’s new?').fill('Three are there.');
    await page.getByRole('button', { name: 'Send to our team' }).click();
    await page.getByText('Sent. Our team will review it before it appears.').waitFor();
    await page.getByRole('link', { name: 'View page' }).waitFor();
    const path = await page.getByRole('link', { name: 'View page' }).getAttribute('href');
    await page.goto(path ?? '');
    await heading('My birthday for twelve beds');
    expect(await page.getByText('Three are there.').count()).toBe(0);
    // Edits wait for review while the approved version stays public.
    await page.goto(link);
    await page.getByText('Edit', { exact: true }).click();
    await page.getByLabel('Story').fill('She has a garden now.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Our team is reviewing your changes.', { exact: false }).waitFor();
    await page.goto(path ?? '');
    await page.getByText('My neighbor was there. She is safe now.').waitFor();
  });

  test('shows errors at each field and keeps all input', async () => {
    await page.goto('/start-a-fundraiser');
    await page.getByLabel('How much would you like to raise?').fill('a lot');
    await page.getByLabel('Your name').fill('Oda');
    await page.getByLabel('Until when? (optional)').fill('2020-01-01');
    await page.getByRole('button', { name: 'Start fundraiser' }).click();
    expect(await page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
      'Enter a title',
      'Write a few sentences',
      'Enter an amount like 500 or 1,500',
      'Choose a future date',
      'Enter your email address',
    ]);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Oda');
    expect(await page.getByLabel('How much would you like to raise?').inputValue()).toBe('a lot');
  });

  test('opening the link, as a mail scanner does, changes nothing', async () => {
    await start({ title: 'Scanned', email: 'pia@example.org' });
    const link = await linkMailedTo(app, sink, 'pia@example.org', '/fundraiser/');
    await page.goto(link);
    await page.goto(`${link.split('?')[0]}?did=confirm`);
    const rows = await app.db.query("SELECT status FROM fundraising.campaign WHERE title = 'Scanned'");
    expect(rows).toEqual([{ status: 'unconfirmed' }]);
  });

  test('starts a personal page under a fundraiser and manages it', async () => {
    const { slug } = await aCampaign(app.db, { title: 'Beds for the spring' });
    await page.goto(`/fundraisers/${slug}`);
    await page.getByRole('link', { name: 'Start your own page' }).click();
    await page.getByText('A page of my own').click();
    await page.getByLabel('Title of your page').fill('Quinn runs for beds');
    await page.getByLabel('Your goal (optional)').fill('250');
    await page.getByLabel('Your name').fill('Quinn');
    await page.getByLabel('Email', { exact: true }).fill('quinn@example.org');
    await page.getByRole('button', { name: 'Start page' }).click();
    await heading('One more step');
    const link = await linkMailedTo(app, sink, 'quinn@example.org', '/page/');
    await page.goto(link);
    await page.getByRole('button', { name: 'Yes, submit it' }).click();
    await heading('Our team is reviewing your page');
    await app.db.query("UPDATE fundraising.page SET status = 'live' WHERE title = 'Quinn runs for beds'");
    await page.goto(link);
    await heading('Your page is public');
    await page.getByText('Edit', { exact: true }).click();
    await page.getByLabel('Goal in USD').fill('');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await page.getByRole('link', { name: 'View page' }).waitFor();
    await page.goto(`/fundraisers/${slug}`);
    await page.getByRole('link', { name: /Quinn runs for beds/ }).click();
    await page.getByRole('link', { name: 'Give on Quinn’s page' }).click();
    await page.getByText('It counts toward Quinn’s page.').waitFor();
  });

  test('sends a photo of a page for review, and removes it', async () => {
    const { id } = await aPage(app.db, { title: 'Remy runs for beds' });
    await page.goto(`/page/${tokenOf(app, 'page', id)}`);
    await page.getByText('Photo', { exact: true }).click();
    const buffer = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#355' } })
      .png()
      .toBuffer();
    await page.getByLabel('Your photo').setInputFiles({ name: 'remy.png', mimeType: 'image/png', buffer });
    await page.getByLabel('What does it show?').fill('Remy runs along the beach.');
    await page.getByLabel(/^I may use this photo/).check();
    await page.getByRole('button', { name: 'Send to our team' }).click();
    await page.getByText('Our team reviews your photo before anyone sees it.').waitFor();
    const photo = page.getByAltText('Remy runs along the beach.');
    await photo.waitFor();
    expect(await photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(60);
    await page.getByRole('button', { name: 'Remove photo' }).click();
    await page.getByText('Your photo was removed.').waitFor();
    expect(await photo.count()).toBe(0);
  });

  test('joins a team from its page, which shows the team captain and total', async () => {
    const campaign = await aCampaign(app.db, { title: 'Beds for teams' });
    const team = await aPage(app.db, {
      campaignId: campaign.id,
      kind: 'team',
      title: 'The bakery',
      ownerName: 'Teresa',
    });
    const member = await aPage(app.db, { campaignId: campaign.id, teamId: team.id });
    await aPaidGift(app.db, { campaignId: campaign.id, pageId: member.id, name: 'Ana Reyes', shownAs: 'short_name' });
    await aPaidGift(app.db, { campaignId: campaign.id, name: 'Somebody Else' });
    await page.goto(`/fundraisers/${campaign.slug}/${team.slug}`);
    await page.getByText('Led by Teresa').waitFor();
    expect(await page.locator('.gifts').allInnerTexts()).toEqual([expect.stringMatching(/^Ana R\.\s+\$50/)]);
    await page.getByRole('link', { name: 'Join this team' }).click();
    await heading('Join The bakery');
    expect(await page.getByLabel('A page of my own').isChecked()).toBe(true);
    await page.getByLabel('Title of your page').fill('Rae bakes');
    await page.getByLabel('Your name').fill('Rae');
    await page.getByLabel('Email', { exact: true }).fill('rae@example.org');
    await page.getByRole('button', { name: 'Start page' }).click();
    await heading('One more step');
    const rows = await app.db.query("SELECT team_id AS team FROM fundraising.page WHERE title = 'Rae bakes'");
    expect(rows).toEqual([{ team: team.id }]);
  });

  test('an invalid link says so', async () => {
    for (const path of [
      '/fundraiser/nothing',
      '/page/nothing',
      '/thanks/nothing',
      '/recurring-gift/nothing',
      '/giving/nothing',
    ]) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 404]);
      await heading('This link doesn’t work');
    }
  });
});
