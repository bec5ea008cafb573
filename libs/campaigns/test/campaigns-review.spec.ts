import { aCampaign } from '@upstander/tests/support/factories.fundraising.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { campaignOperations as does, Desk } from '@upstander/tests/support/campaigns.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

const now = new Date('2026-10-20T18:00:00Z');
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.at(now);
});
afterAll(() => desk.close());

const subjects = async (recipient: string) =>
  (await renderPendingEmails(desk.app, { recipient })).map(({ subject }) => subject);

describe('a campaign by an organizer', () => {
  test('starts as a draft for the organization, hidden from the public', async () => {
    const draft = await desk.draft();
    expect(draft).toMatchObject({
      status: 'DRAFT',
      currency: 'USD',
      goal: { amountMinor: 500_000, currency: 'USD' },
      raised: { amountMinor: 0 },
      bySupporter: false,
      beneficiary: { kind: 'OWN', name: "Women's Rights Group", maySolicit: true, missing: [] },
      acceptsGifts: false,
      history: [{ from: null, to: 'DRAFT', actorName: 'Rosa Delgado' }],
    });
    const seen = await desk.does('nobody', 'query ($slug: String!) { campaign(slug: $slug) { id } }', {
      slug: draft.slug,
    });
    expect(seen).toBeNull();
  });

  test('can be deleted while it is a draft, with its history, and not once it was submitted', async () => {
    const remove = 'mutation ($id: ID!) { deleteCampaign(id: $id) { ok } }';
    const { id } = await desk.draft({ title: 'A mistake' });
    expect((await desk.asks('finance', remove, { id })).errors?.[0]?.extensions.code).toBe('NOT_ALLOWED');
    await desk.does('organizer', remove, { id });
    expect((await desk.asks('organizer', remove, { id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    const { id: submitted } = await desk.draft({ title: 'Meant' });
    await desk.does('organizer', does.submit, { input: { id: submitted } });
    expect((await desk.asks('organizer', remove, { id: submitted })).errors?.[0]?.extensions.code).toBe(
      'CAMPAIGN_STATUS',
    );
  });

  test('rejects an update based on an older version and returns the current values', async () => {
    const { id, version } = await desk.draft({ title: 'Before' });
    await desk.does('organizer', does.update, { input: { id, version, title: 'By Rosa' } });
    const stale = { id, version, title: 'By Ada', summary: 'Twelve beds.' };
    const refused = (await desk.asks('admin', does.update, { input: stale })).errors?.[0]?.extensions;
    expect(refused).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      details: { version: version + 1, values: { title: 'By Rosa', goal: { amountMinor: 500_000, currency: 'USD' } } },
    });
    const seen = await desk.does('admin', does.update, { input: { ...stale, version: version + 1 } });
    expect(seen).toMatchObject({ title: 'By Ada', version: version + 2 });
  });

  test('passes through all statuses, with an email and a history entry for each', async () => {
    const mailbox = { organizerEmail: 'hand@example.org' };
    const { id } = await desk.draft({ title: 'Hand to hand', ...mailbox });
    await desk.does('organizer', does.submit, { input: { id } });
    expect(await subjects(desk.accounts.moderator.email)).toContain('To review: Hand to hand');
    expect(await subjects(desk.accounts.organizer.email)).toEqual([]);

    const note = 'Please say how many beds.';
    const back = await desk.does('moderator', does.changes, { input: { id, note } });
    expect(back).toMatchObject({ status: 'CHANGES_REQUESTED', reviewNote: note });
    const [asked] = await renderPendingEmails(desk.app, { recipient: mailbox.organizerEmail });
    expect(asked).toMatchObject({ subject: 'Please change your fundraiser: Hand to hand' });
    expect(asked!.text).toContain(note);
    expect(asked!.text).toContain(`/admin/fundraisers/${id}`);

    await desk.does('organizer', does.submit, { input: { id } });
    // The first email to the reviewers is obsolete; the new one is not.
    const live = await desk.does('finance', does.approve, { input: { id } });
    expect(live).toMatchObject({ status: 'LIVE', acceptsGifts: true, slug: 'hand-to-hand', reviewNote: null });
    expect(await subjects(mailbox.organizerEmail)).toEqual(['Your fundraiser is live: Hand to hand']);

    await desk.does('organizer', does.pause, { input: { id, note: 'The shop is closed.' } });
    await desk.does('finance', does.resume, { input: { id } });
    const ended = await desk.does('organizer', does.end, { input: { id } });
    expect(ended.history.map(({ from, to, actorName }) => [from, to, actorName])).toEqual([
      ['LIVE', 'ENDED', 'Rosa Delgado'],
      ['PAUSED', 'LIVE', 'Fay Lin'],
      ['LIVE', 'PAUSED', 'Rosa Delgado'],
      ['IN_REVIEW', 'LIVE', 'Fay Lin'],
      ['CHANGES_REQUESTED', 'IN_REVIEW', 'Rosa Delgado'],
      ['IN_REVIEW', 'CHANGES_REQUESTED', 'Mo Hart'],
      ['DRAFT', 'IN_REVIEW', 'Rosa Delgado'],
      [null, 'DRAFT', 'Rosa Delgado'],
    ]);
    expect(await subjects(mailbox.organizerEmail)).toContain('Your fundraiser has ended: Hand to hand');
  });

  test('is declined with a reason and cannot be resubmitted', async () => {
    const { id } = await desk.draft({ organizerEmail: 'no@example.org' });
    await desk.does('organizer', does.submit, { input: { id } });
    expect(await desk.faults('moderator', does.refuse, { input: { id, note: ' ' } })).toEqual({ note: 'required' });
    await desk.does('moderator', does.refuse, { input: { id, note: 'This is a shop.' } });
    const [mail] = await renderPendingEmails(desk.app, { recipient: 'no@example.org' });
    expect(mail!.text).toContain('This is a shop.');
    expect(await desk.refusal('organizer', does.submit, { input: { id } })).toBe('CAMPAIGN_STATUS');
    expect(await desk.refusal('organizer', does.update, { input: { id, title: 'Again' } })).toBe('CAMPAIGN_STATUS');
  });

  test('performs each transition once and rejects others', async () => {
    const { id } = await desk.live();
    await desk.does('moderator', does.approve, { input: { id } });
    const { history } = await desk.does('organizer', does.show, { id });
    expect(history.filter(({ to }) => to === 'LIVE')).toHaveLength(1);
    const draft = await desk.draft();
    for (const operation of [does.approve, does.resume, does.end]) {
      expect(await desk.refusal('admin', operation, { input: { id: draft.id } })).toBe('CAMPAIGN_STATUS');
    }
    // The database enforces the allowed transitions too.
    const setStatus = (status: string) =>
      desk.app.db.query('UPDATE fundraising.campaign SET status = $2 WHERE id = $1', [draft.id, status]);
    await expect(setStatus('live')).rejects.toMatchObject({ constraint: 'campaign_step' });
    await setStatus('in_review');
  });

  test('is accessible only within its chapter', async () => {
    const elsewhere = await aChapter(desk.app.db, { name: 'Fresno' });
    const other = await aCampaign(desk.app.db, { chapterId: elsewhere.id, status: 'draft' });
    const ofAll = await aCampaign(desk.app.db, { chapterId: null, status: 'draft' });
    for (const { id } of [other, ofAll]) {
      expect(await desk.refusal('organizer', does.show, { id })).toBe('NOT_FOUND');
      expect(await desk.refusal('organizer', does.update, { input: { id, title: 'Mine' } })).toBe('NOT_FOUND');
      expect(await desk.refusal('moderator', does.approve, { input: { id } })).toBe('NOT_FOUND');
      expect((await desk.does('finance', does.show, { id })).id).toBe(id);
    }
    const mine = await desk.draft();
    expect((await desk.does('organizer', does.show, { id: mine.id })).id).toBe(mine.id);
    const input = desk.input({ chapterId: null });
    expect(await desk.refusal('organizer', does.create, { input })).toBe('NOT_ALLOWED');
    expect(await desk.refusal('organizer', does.create, { input: desk.input({ chapterId: elsewhere.id }) })).toBe(
      'NOT_FOUND',
    );
    expect(await desk.does('admin', does.create, { input })).toMatchObject({ chapterId: null });
  });

  test('reports all invalid fields', async () => {
    const wrong: Array<[Record<string, unknown>, unknown]> = [
      [{ title: '  ' }, { title: 'required' }],
      [{ title: 'x'.repeat(121) }, { title: 'too-long' }],
      [{ story: '' }, { story: 'required' }],
      [{ goal: { amountMinor: 0, currency: 'USD' } }, { goal: 'not-positive' }],
      [{ goal: { amountMinor: 1000, currency: 'EUR' } }, { goal: 'other-currency' }],
      [{ goal: { amountMinor: 10_000_000_001, currency: 'USD' } }, { goal: 'too-large' }],
      [{ startsOn: '2026-10-19' }, { startsOn: 'in-the-past' }],
      [{ endsOn: '2026-10-19' }, { endsOn: 'in-the-past' }],
      [{ language: 'fr' }, { language: 'not-a-language' }],
      [{ startsOn: '2026-12-02', endsOn: '2026-12-01' }, { endsOn: 'before-start' }],
      [{ eventIds: ['nonsense'] }, { eventIds: 'not-there' }],
      [{ beneficiaryId: 'nonsense' }, { beneficiaryId: 'not-there' }],
    ];
    for (const [parts, faults] of wrong) {
      expect(await desk.faults('organizer', does.create, { input: desk.input(parts) })).toEqual(faults);
    }
    const { id } = await desk.draft();
    // Its last day passed while it was a draft.
    await desk.app.db.query(`UPDATE fundraising.campaign SET ends_on = '2026-10-19' WHERE id = $1`, [id]);
    expect(await desk.faults('organizer', does.submit, { input: { id } })).toEqual({ endsOn: 'in-the-past' });
  });

  test('is created once per idempotency key', async () => {
    const input = desk.input({ idempotencyKey: 'make-1' });
    const first = await desk.does('organizer', does.create, { input });
    expect((await desk.does('organizer', does.create, { input })).id).toBe(first.id);
    const other = { ...input, title: 'Something else' };
    expect(await desk.refusal('organizer', does.create, { input: other })).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('keeps its slug after publication and never shares it', async () => {
    const first = await desk.live({ title: 'Mañana segura' });
    expect(first.slug).toBe('manana-segura');
    const second = await desk.live({ title: 'Mañana segura' });
    expect(second.slug).toMatch(/^manana-segura-[a-z0-9]{4}$/);
    const renamed = await desk.does('organizer', does.update, { input: { id: first.id, title: 'Otro nombre' } });
    expect(renamed).toMatchObject({ title: 'Otro nombre', slug: 'manana-segura' });
    const draft = await desk.draft({ title: 'One name' });
    const changed = await desk.does('organizer', does.update, { input: { id: draft.id, title: 'Another name' } });
    expect(changed.slug).toBe('another-name');
  });

  test('ends automatically after its last day in its own time zone', async () => {
    const { id } = await desk.live({
      endsOn: '2026-10-20',
      timeZone: 'America/Los_Angeles',
      organizerEmail: 'end@example.org',
    });
    const stays = await desk.live({ endsOn: '2026-10-21', timeZone: 'America/Los_Angeles' });
    // 11:30 p.m. in Los Angeles, which is the next day in UTC.
    desk.app.clock.set('2026-10-21T06:30:00Z');
    await desk.app.runJob('end-campaigns');
    expect(await desk.does('organizer', does.show, { id })).toMatchObject({ status: 'LIVE', acceptsGifts: true });
    desk.app.clock.set('2026-10-21T07:30:00Z');
    expect(await desk.does('organizer', does.show, { id })).toMatchObject({ status: 'LIVE', acceptsGifts: false });
    await desk.app.runJob('end-campaigns');
    await desk.app.runJob('end-campaigns');
    const ended = await desk.does('organizer', does.show, { id });
    expect(ended).toMatchObject({ status: 'ENDED', acceptsGifts: false });
    expect(ended.history[0]).toMatchObject({ from: 'LIVE', to: 'ENDED', actorName: null });
    expect(await desk.does('organizer', does.show, { id: stays.id })).toMatchObject({ status: 'LIVE' });
    expect(await subjects('end@example.org')).toContain('Your fundraiser has ended: Beds for the spring');
    desk.app.clock.set(now);
  });

  test('accepts no gifts before its first day', async () => {
    const later = await desk.live({ startsOn: '2026-10-21' });
    expect(later.acceptsGifts).toBe(false);
    desk.app.clock.advance(days(1));
    expect((await desk.does('organizer', does.show, { id: later.id })).acceptsGifts).toBe(true);
    desk.app.clock.set(now);
  });
});

test('lists the campaigns of an organizer by status, text and time, page after page', async () => {
  const chapter = await aChapter(desk.app.db, { name: 'Oakland' });
  const organizer = await desk.app.signedIn({ role: 'organizer', chapterId: chapter.id });
  for (let n = 0; n < 5; n += 1) {
    const status = n === 4 ? 'draft' : 'live';
    await aCampaign(desk.app.db, {
      chapterId: chapter.id,
      title: `Quilt ${n}`,
      status,
      now: new Date(now.valueOf() + n * 1000),
    });
  }
  const query = `query ($filter: ManageCampaignFilter, $status: [CampaignStatus!], $sort: CampaignSort, $after: String) {
    manageCampaigns(filter: $filter, status: $status, sort: $sort, first: 2, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { title status beneficiary { name } } }
    }
  }`;
  const ask = async (variables: Record<string, unknown>) => {
    const { data, errors } = await desk.app.graphql<{
      manageCampaigns: {
        totalCount: number;
        pageInfo: { hasNextPage: boolean; endCursor: string };
        edges: Array<{ node: { title: string } }>;
      };
    }>(query, variables, { cookie: organizer.cookie });
    if (errors) throw new Error(JSON.stringify(errors));
    const { edges, ...page } = data.manageCampaigns;
    return { ...page, titles: edges.map(({ node }) => node.title) };
  };
  const first = await ask({});
  expect(first).toMatchObject({ totalCount: 5, titles: ['Quilt 4', 'Quilt 3'], pageInfo: { hasNextPage: true } });
  const second = await ask({ after: first.pageInfo.endCursor });
  expect(second.titles).toEqual(['Quilt 2', 'Quilt 1']);
  const third = await ask({ after: second.pageInfo.endCursor });
  expect(third).toMatchObject({ titles: ['Quilt 0'], pageInfo: { hasNextPage: false } });
  expect((await ask({ sort: 'OLDEST' })).titles).toEqual(['Quilt 0', 'Quilt 1']);
  expect(await ask({ status: ['DRAFT'] })).toMatchObject({ totalCount: 1, titles: ['Quilt 4'] });
  expect(await ask({ filter: { text: 'quilt 3' } })).toMatchObject({ totalCount: 1, titles: ['Quilt 3'] });
  expect(await ask({ filter: { chapterId: desk.chapterId } })).toMatchObject({ totalCount: 0, titles: [] });
});
