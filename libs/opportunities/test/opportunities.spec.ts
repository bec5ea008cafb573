import {
  OpportunityDesk,
  opportunityActs as does,
  type ShownOpportunity,
} from '@upstander/tests/support/opportunity-desk.js';
import { opportunityInput } from '@upstander/tests/support/opportunities.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

const now = new Date('2026-12-01T18:00:00Z');
let desk: OpportunityDesk;
beforeAll(async () => {
  desk = await OpportunityDesk.at(now);
});
afterAll(() => desk.close());

const findBySlug = (slug: string) =>
  desk.does<{ title: string } | null>('nobody', 'query ($slug: String!) { opportunity(slug: $slug) { title } }', {
    slug,
  });
const update = (opportunity: { id: string }, parts: Record<string, unknown>, asDraft = false) =>
  desk.does('owner', does.update, { input: { id: opportunity.id, opportunity: opportunityInput(parts), asDraft } });
const subjects = async (recipient: string, template?: string) =>
  (await renderPendingEmails(desk.app, { recipient, template })).map(({ subject }) => subject);

describe('an opportunity', () => {
  test('is hidden until staff approve it', async () => {
    const posted = await desk.post({ title: 'Waits for Mo' });
    expect(posted).toMatchObject({ status: 'IN_REVIEW', isShown: false, flags: [], version: 1 });
    expect(await desk.listOnSite()).not.toContain('Waits for Mo');
    expect(await findBySlug(posted.slug)).toBeNull();

    const approved = await desk.approve(posted, { harmTags: ['NIGHT', 'ALCOHOL'], isPublic: true, note: 'I called.' });
    expect(approved).toMatchObject({ status: 'PUBLISHED', isShown: true, harmTags: ['NIGHT', 'ALCOHOL'], changes: [] });
    // The business didn't ask for it to be public.
    expect(approved).toMatchObject({ staffAllowsPublic: true, wantsPublic: false, isPublic: false });
    expect(await desk.listOnSite()).toContain('Waits for Mo');
    expect(await findBySlug(posted.slug)).toEqual({ title: 'Waits for Mo' });
    expect(approved['history']).toEqual([
      { kind: 'APPROVED', fromStatus: 'IN_REVIEW', toStatus: 'PUBLISHED', actorName: 'Mo Hart', note: 'I called.' },
      { kind: 'SUBMITTED', fromStatus: 'DRAFT', toStatus: 'IN_REVIEW', actorName: 'Ines Soto', note: '' },
      { kind: 'WRITTEN', fromStatus: null, toStatus: 'DRAFT', actorName: 'Ines Soto', note: '' },
    ]);
    expect(await subjects(desk.people.owner.email)).toContain('Your opportunity is on the site: Waits for Mo');
    expect(await subjects(desk.people.editor.email)).toContain('Tu oportunidad ya está en el sitio: Waits for Mo');
  });

  test('reports all invalid fields together, and a draft may be incomplete', async () => {
    const input = (parts: Record<string, unknown>, asDraft = false) => ({
      input: { businessId: desk.businessId, opportunity: opportunityInput(parts), asDraft },
    });
    const bare = { description: ' ', supervisorName: '', place: null, payMin: null, payMax: null, payUnit: null };
    expect(await desk.faults('owner', does.post, input({ ...bare, title: ' ' }))).toEqual({
      title: 'required',
      description: 'required',
      supervisorName: 'required',
      place: 'required',
      payMin: 'required',
    });
    const invalidParts: Array<[Record<string, unknown>, unknown]> = [
      [{ title: 'x'.repeat(121) }, { title: 'too-long' }],
      [{ payMax: { amountMinor: 1000, currency: 'USD' } }, { payMax: 'below-minimum' }],
      [{ payMin: { amountMinor: 0, currency: 'USD' } }, { payMin: 'not-positive' }],
      [{ payMin: { amountMinor: 1900, currency: 'EUR' }, payMax: null }, { payMin: 'other-currency' }],
      [{ payUnit: null }, { payUnit: 'required' }],
      [{ payMin: null }, { payMin: 'required' }],
      [{ hoursPerWeek: 81 }, { hoursPerWeek: 'out-of-range' }],
      [{ languages: ['english'] }, { languages: 'not-a-language' }],
      [{ startsOn: '2020-01-01' }, { startsOn: 'in-the-past' }],
      [{ schedule: 'x\u0007y' }, { schedule: 'not-text' }],
    ];
    for (const [parts, faults] of invalidParts) {
      expect(await desk.faults('owner', does.post, input(parts))).toEqual(faults);
    }
    const draft = await desk.does('owner', does.post, input(bare, true));
    expect(draft).toMatchObject({ status: 'DRAFT', title: 'Baker', pay: null });
    expect(await desk.faults('owner', does.submit, { input: { id: draft.id } })).toEqual({
      description: 'required',
      supervisorName: 'required',
      place: 'required',
      payMin: 'required',
    });
    expect(await update(draft, {})).toMatchObject({ status: 'IN_REVIEW', pay: { unit: 'HOUR' } });
  });

  test('starts today or later, but keeps a start date that has since passed', async () => {
    const posted = await desk.post({ startsOn: '2099-05-01' });
    expect(posted).toMatchObject({ status: 'IN_REVIEW' });
    await desk.app.db.query(`UPDATE opportunities.opportunity SET starts_on = '2026-01-05' WHERE id = $1`, [posted.id]);
    expect(await update(posted, { startsOn: '2026-01-05', title: 'Baker, mornings' })).toMatchObject({
      title: 'Baker, mornings',
    });
    const input = { id: posted.id, opportunity: opportunityInput({ startsOn: '2026-01-06' }) };
    expect(await desk.faults('owner', does.update, { input })).toEqual({ startsOn: 'in-the-past' });
  });

  test('must state its pay if it is a job', async () => {
    const free = { kind: 'SKILLS_TRAINING', payMin: null, payMax: null, payUnit: null };
    expect(await desk.post(free)).toMatchObject({ status: 'IN_REVIEW', pay: null });
    // The database enforces it too.
    const { id } = await desk.post();
    const bare = 'pay_min_minor = NULL, pay_max_minor = NULL, pay_unit = NULL, pay_currency = NULL';
    await expect(
      desk.app.db.query(`UPDATE opportunities.opportunity SET ${bare} WHERE id = $1`, [id]),
    ).rejects.toMatchObject({ constraint: 'job_says_pay' });
  });

  test('is created once per key', async () => {
    const input = { businessId: desk.businessId, opportunity: opportunityInput(), idempotencyKey: 'opportunity-1' };
    const first = await desk.does('owner', does.post, { input });
    expect((await desk.does('owner', does.post, { input })).id).toBe(first.id);
    const other = { ...input, opportunity: opportunityInput({ title: 'Another' }) };
    expect(await desk.refusal('owner', does.post, { input: other })).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('leaves sensitive words out of its URL', async () => {
    const { slug } = await desk.post({ title: 'Kitchen jobs for survivors of trafficking' });
    expect(slug).toMatch(/^kitchen-jobs-for-of-[a-z0-9]{6}$/);
  });
});

describe('a published opportunity', () => {
  test('leaves the site when edited, and staff see the changes', async () => {
    const live = await desk.live({ title: 'Edited later', place: 'Fresno, CA' });
    expect(await desk.listOnSite()).toContain('Edited later');
    const edited = await update(live, { title: 'Edited later', place: 'Reno, NV', transport: 'Ask us.' });
    expect(edited).toMatchObject({ status: 'IN_REVIEW', isShown: false, version: 2, slug: live.slug });
    expect(await desk.listOnSite()).not.toContain('Edited later');
    const read = await desk.does('moderator', does.read, { id: live.id });
    expect(read['changes']).toEqual([
      { field: 'place', before: 'Fresno, CA', after: 'Reno, NV' },
      { field: 'transport', before: '', after: 'Ask us.' },
    ]);
    const again = await desk.approve(read);
    expect(again).toMatchObject({ status: 'PUBLISHED', changes: [], publishedAt: live.publishedAt });
  });

  test('stays on the site after an edit that changes nothing', async () => {
    const live = await desk.live({ title: 'Same as ever' });
    expect(await update(live, { title: 'Same as ever' })).toMatchObject({ status: 'PUBLISHED', version: 1 });
  });

  test('leaves the site when a change is saved as a draft', async () => {
    const live = await desk.live({ title: 'Kept for later' });
    expect(await update(live, { title: 'Kept for later!' }, true)).toMatchObject({ status: 'DRAFT', isShown: false });
    const waiting = await desk.post({ title: 'Waiting' });
    expect(await update(waiting, { title: 'Not yet' }, true)).toMatchObject({ status: 'DRAFT', title: 'Not yet' });
  });

  test('shows only approved text, because the database enforces it', async () => {
    const live = await desk.live({ title: 'Held to the letter' });
    await expect(
      desk.app.db.query(`UPDATE opportunities.opportunity SET description = 'Call me.' WHERE id = $1`, [live.id]),
    ).rejects.toMatchObject({ constraint: 'shown_as_approved' });
    const draft = await desk.post({}, true);
    await expect(
      desk.app.db.query(`UPDATE opportunities.opportunity SET status = 'published' WHERE id = $1`, [draft.id]),
    ).rejects.toMatchObject({ constraint: 'opportunity_step' });
    await expect(
      desk.app.db.query(`UPDATE opportunities.opportunity SET title = 'A new version', version = 2 WHERE id = $1`, [
        live.id,
      ]),
    ).rejects.toMatchObject({ constraint: 'shown_as_approved' });
    // Without the guard, the unreviewed change would be shown.
    const guard = (verb: string) =>
      runAsOwner(desk.app, `ALTER TABLE opportunities.opportunity ${verb} TRIGGER opportunity_keeps_approved_text`);
    await guard('DISABLE');
    await desk.app.db.query(`UPDATE opportunities.opportunity SET title = 'Changed behind us' WHERE id = $1`, [
      live.id,
    ]);
    expect(await desk.listOnSite()).toContain('Changed behind us');
    await desk.app.db.query('DELETE FROM opportunities.red_flag');
    await desk.app.db.query(`UPDATE opportunities.opportunity SET title = 'Held to the letter' WHERE id = $1`, [
      live.id,
    ]);
    await guard('ENABLE');
  });

  test('is not approved in an outdated version', async () => {
    const read = await desk.post({ title: 'Read at nine' });
    await update(read, { title: 'Read at nine', description: 'Housing included, bring your passport.' });
    const input = { id: read.id, version: read.version, harmTags: [], isPublic: false, note: 'Fine.' };
    expect(await desk.refusal('moderator', does.approve, { input })).toBe('OPPORTUNITY_CHANGED');
  });
});

describe('an opportunity with a red flag', () => {
  test('is approved only with a note', async () => {
    const flagged = await desk.post({ title: 'Bus fare', description: 'The uniform fee is paid by us.' });
    expect(flagged.flags).toEqual([{ rule: 'FEE_ASKED', field: 'description', excerpt: 'uniform fee' }]);
    const input = { id: flagged.id, version: 1, harmTags: [], isPublic: false };
    expect(await desk.refusal('moderator', does.approve, { input })).toBe('FLAGS_NEED_A_NOTE');
    expect(await desk.refusal('moderator', does.approve, { input: { ...input, note: ' ' } })).toBe('FLAGS_NEED_A_NOTE');
    expect(await desk.approve(flagged, { note: 'They pay it, I asked.' })).toMatchObject({ status: 'PUBLISHED' });
  });

  test('is checked again on every save', async () => {
    const flagged = await desk.post({ description: 'There is a training fee.' }, true);
    expect(flagged.flags).toHaveLength(1);
    expect((await update(flagged, { description: 'There is no training fee.' }, true)).flags).toEqual([]);
    const flaggedAgain = await update(flagged, { description: 'Write us on WhatsApp.' }, true);
    expect(flaggedAgain.flags.map(({ rule }) => rule)).toContain('MESSENGER');
  });

  test('is found by the filter', async () => {
    const flagged = await desk.post({ title: 'Flagged one', description: 'There is a training fee.' });
    const free = await desk.post({ title: 'Free one' });
    const listFlagged = async (flagged: boolean) => {
      const { edges } = await desk.does<{ edges: Array<{ node: { id: string } }> }>(
        'moderator',
        `query ($filter: ManageOpportunitiesFilter) {
          manageOpportunities(filter: $filter, first: 100) { edges { node { id } } }
        }`,
        { filter: { flagged, status: ['IN_REVIEW'], businessId: desk.businessId } },
      );
      return edges.map(({ node }) => node.id);
    };
    expect(await listFlagged(true)).toContain(flagged.id);
    expect(await listFlagged(true)).not.toContain(free.id);
    expect(await listFlagged(false)).toContain(free.id);
  });
});

test('reveals no contact data of the business to the public', async () => {
  const live = await desk.live({ title: 'All there is to read' });
  const { data } = await desk.app.graphql<{ __type: { fields: Array<{ name: string }> } }>(
    '{ __type(name: "Opportunity") { fields { name } } }',
  );
  expect(data.__type.fields.map(({ name }) => name).sort()).toEqual(
    (
      'acceptableRecords backgroundCheck businessCity businessCountry businessName businessOffers childcareHours description ' +
      'descriptionHtml equipment expiresAt harmTags hoursPerWeek id idNeeded isPublic kind language languages ' +
      'nightWork pay place publishedAt remote schedule slug startsOn supervisorName title trainingPaid transport'
    ).split(' '),
  );
  const all = data.__type.fields
    .map(({ name }) => (name === 'pay' ? 'pay { unit min { amountMinor currency } max { amountMinor } }' : name))
    .join(' ');
  const shown = await desk.does<ShownOpportunity>(
    'nobody',
    `query ($slug: String!) { opportunity(slug: $slug) { ${all} } }`,
    { slug: live.slug },
  );
  const [business] = await desk.app.db.query<Record<string, string>>(
    'SELECT supervisor_phone, street, website, registration_number FROM opportunities.business WHERE id = $1',
    [desk.businessId],
  );
  for (const secret of [...Object.values(business!), desk.people.owner.email, desk.businessId]) {
    expect(JSON.stringify(shown)).not.toContain(secret);
  }
});
