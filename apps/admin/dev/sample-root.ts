import { GraphQLError } from 'graphql';
import type { SampleData, SampleEvent, SampleShift } from './sample-data';

/** Who asks: the value of the sample cookie before and after. */
export interface Visit {
  session: string;
  next?: string;
}

type Args = Record<string, unknown>;

function refuse(code: string, details: Record<string, unknown> = {}): never {
  throw new GraphQLError(code, { extensions: { code, details } });
}

function page<Node extends { id: string }>(all: readonly Node[], { first, after }: Args) {
  const start = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
  const size = typeof first === 'number' ? first : 20;
  const nodes = all.slice(start, start + size);
  return {
    edges: nodes.map((node) => ({ cursor: node.id, node })),
    pageInfo: {
      hasNextPage: start + size < all.length,
      hasPreviousPage: start > 0,
      startCursor: nodes[0]?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
    },
    totalCount: all.length,
    totalIsCapped: false,
  };
}

function includes(text: unknown, part: unknown): boolean {
  return String(text).toLowerCase().includes(String(part).toLowerCase());
}

const qr =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29"><path d="M4 4h7v7H4zM18 4h7v7h-7zM4 18h7v7H4zM14 14h3v3h-3zM20 20h4v4h-4z"/></svg>';

export function sampleRoot(data: SampleData) {
  const { events, entries, mails, accounts, chapters } = data;
  const me = ({ session }: Visit) => accounts.find(({ id }) => session === id) ?? null;
  const eventOf = (id: unknown) => events.find((event) => event.id === id) ?? refuse('NOT_FOUND');
  const entryOf = (id: unknown) => entries.find((entry) => entry.id === id) ?? refuse('NOT_FOUND');
  const shiftOf = (id: unknown) =>
    events.flatMap(({ shifts }) => shifts).find((shift) => shift.id === id) ?? refuse('NOT_FOUND');
  const account = (input: Args) => accounts.find(({ id }) => id === input['accountId']) ?? refuse('NOT_FOUND');
  const chapter = (id: unknown) => chapters.find((each) => each.id === id) ?? null;
  const save = (event: SampleEvent, input: Args): SampleEvent => {
    const { shifts, chapterId, ...rest } = input;
    const instant = (local: unknown) => new Date(Date.parse(`${String(local)}Z`) + 8 * 3_600_000).toISOString();
    const timed = (from: Args) => ({
      ...from,
      startsAt: instant(from['startsAtLocal']),
      endsAt: instant(from['endsAtLocal']),
    });
    if (String(rest['title']).startsWith('Bad'))
      refuse('BAD_INPUT', { fields: { title: 'too-long', 'shifts.0.role': 'required' } });
    return Object.assign(event, timed(rest), {
      chapter: chapter(chapterId),
      shifts: (shifts as Args[]).map((shift, index) => {
        const old = event.shifts?.find(({ id }) => id === shift['id']);
        const taken = old?.taken ?? 0;
        const capacity = Number(shift['capacity']);
        if (capacity < taken) refuse('CAPACITY_BELOW_TAKEN', { taken, shiftId: old?.id });
        return {
          ...timed(shift),
          id: old?.id ?? `${event.id}n${index}`,
          taken,
          waiting: old?.waiting ?? 0,
          placesLeft: capacity - taken,
        };
      }) as SampleShift[],
    });
  };

  return {
    me: (_: Args, visit: Visit) => me(visit),
    chapters,
    mySessions: [
      {
        id: 's1',
        createdAt: data.now.toISOString(),
        lastSeenAt: data.now.toISOString(),
        current: true,
        userAgent: 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36',
      },
      {
        id: 's2',
        createdAt: data.now.toISOString(),
        lastSeenAt: data.now.toISOString(),
        current: false,
        userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1',
      },
    ],
    manageEvents({ filter, status, sort, ...args }: Args) {
      const { from, to, chapter: slug, text, hasFreePlaces } = (filter ?? {}) as Args;
      const found = events.filter(
        (event) =>
          (!from || event.startsAt.slice(0, 10) >= String(from)) &&
          (!to || event.startsAt.slice(0, 10) <= String(to)) &&
          (!slug || event.chapter.slug === slug) &&
          (!text || includes(event.title, text)) &&
          (!hasFreePlaces || event.shifts.some(({ placesLeft }) => placesLeft > 0)) &&
          (!status || (status as string[]).length === 0 || (status as string[]).includes(event.status)),
      );
      found.sort((a, b) => a.startsAt.localeCompare(b.startsAt) * (sort === 'STARTS_AT_DESC' ? -1 : 1));
      return page(found, args);
    },
    manageEvent: ({ id }: Args) => events.find((event) => event.id === id) ?? null,
    roster({ eventId, filter, ...args }: Args) {
      const { shiftId, status, text } = (filter ?? {}) as Args;
      const found = entries.filter(
        (entry) =>
          entry.eventId === eventId &&
          (!shiftId || entry.shiftId === shiftId) &&
          (!status || (status as string[]).includes(entry.status)) &&
          (!text || includes(entry.name, text) || includes(entry.email, text)),
      );
      return page(found, args);
    },
    mailLog({ filter, ...args }: Args) {
      const { status, recipient, template } = (filter ?? {}) as Args;
      const found = mails.filter(
        (mail) =>
          (!status || (status as string[]).includes(mail.status)) &&
          (!template || mail.template === template) &&
          (!recipient || includes(mail.recipient, recipient)),
      );
      return page(found, args);
    },
    needsYou: () => ({
      understaffed: events
        .slice(0, 1)
        .flatMap((event) =>
          event.shifts
            .filter(({ placesLeft, capacity }) => placesLeft > capacity / 2)
            .map((shift) => ({ event, shift })),
        ),
      failedMails: mails.filter(({ status }) => status === 'FAILED' || status === 'BOUNCED').length,
      unconfirmed: [],
      feedback: events.slice(-1).map((event) => ({ event, count: 3, average: 4.7 })),
      unconfirmedSignups: entries.filter(({ addressConfirmed }) => !addressConfirmed).length,
      upcoming: events.filter(({ status }) => status === 'PUBLISHED').slice(0, 6),
      firstRun: {
        hasChapter: true,
        hasEvent: true,
        hasPublished: true,
        hasSecondStep: true,
        hasOrganizer: process.env['SAMPLE_FIRST_RUN'] !== '1',
      },
    }),
    accounts: ({ text, ...args }: Args) =>
      page(
        accounts.filter(({ name, email }) => !text || includes(name, text) || includes(email, text)),
        args,
      ),

    signIn({ email, password }: Args, visit: Visit) {
      if (password === 'too many') refuse('TOO_MANY_TRIES', { retryAfterSeconds: 540 });
      const found = accounts.find((each) => each.email === email);
      if (!found || password !== 'demo demo demo demo') refuse('SIGN_IN_FAILED');
      visit.next = `half_${found.id}`;
      return { state: found.hasSecondStep ? 'SECOND_STEP_NEEDED' : 'SECOND_STEP_SETUP_NEEDED' };
    },
    requestSignInCode: { ok: true },
    signInWithCode: ({ email }: Args, visit: Visit) => {
      visit.next = accounts.find((each) => each.email === email)?.id ?? refuse('SIGN_IN_FAILED');
      return { state: 'SIGNED_IN' };
    },
    verifySecondStep({ code }: Args, visit: Visit) {
      if (code !== '123456') refuse('WRONG_CODE');
      visit.next = visit.session.replace('half_', '');
      return { state: 'SIGNED_IN' };
    },
    beginSecondStepSetup: { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', uri: 'otpauth://totp/x', qrSvg: qr },
    finishSecondStepSetup({ code }: Args, visit: Visit) {
      if (code !== '123456') refuse('WRONG_CODE');
      visit.next = visit.session.replace('half_', '');
      return { state: 'SIGNED_IN' };
    },
    signOut: (_: Args, visit: Visit) => ((visit.next = ''), { ok: true }),
    setPassword: ({ currentPassword }: Args) =>
      currentPassword === 'wrong' ? refuse('BAD_INPUT', { fields: { currentPassword: 'wrong' } }) : { ok: true },
    revokeSession: { ok: true },
    setMyLocale: ({ locale }: Args, visit: Visit) => Object.assign(me(visit) ?? refuse('NOT_SIGNED_IN'), { locale }),

    createEvent({ input }: Args) {
      const id = `e${events.length + 1}`;
      const event = save(
        {
          id,
          slug: id,
          status: 'DRAFT',
          cancelReason: null,
          version: 1,
          updatedAt: data.now.toISOString(),
          descriptionHtml: '',
          shifts: [] as SampleShift[],
        } as unknown as SampleEvent,
        { description: '', summary: '', contactName: '', languages: ['en'], ...(input as Args) },
      );
      events.push(event);
      return event;
    },
    updateEvent: ({ id, input }: Args) => save(eventOf(id), input as Args),
    publishEvent: ({ id }: Args) => Object.assign(eventOf(id), { status: 'PUBLISHED' }),
    cancelEvent: ({ id, reason }: Args) => Object.assign(eventOf(id), { status: 'CANCELLED', cancelReason: reason }),
    addSignup(args: Args) {
      if (args['overlapReason'] == null && includes(args['name'], 'twice'))
        refuse('OVERLAPPING_SHIFT', { shift: { title: 'Winter coat drive' } });
      const shift = shiftOf(args['shiftId']);
      const entry = {
        id: `p${entries.length}`,
        eventId: shift.id.split(/[sn]/)[0]!,
        shiftId: shift.id,
        name: String(args['name']),
        email: String(args['email']),
        phone: (args['phone'] as string | undefined) ?? null,
        locale: 'EN',
        status: shift.placesLeft > 0 ? 'CONFIRMED' : 'WAITLISTED',
        position: shift.placesLeft > 0 ? null : 1,
        addressConfirmed: true,
        offerExpiresAt: null,
        createdAt: new Date().toISOString(),
        overlapReason: (args['overlapReason'] as string | undefined) ?? null,
      };
      entries.push(entry);
      return entry;
    },
    moveSignup: ({ id, toShiftId }: Args) => Object.assign(entryOf(id), { shiftId: toShiftId }),
    removeSignup: ({ id }: Args) => Object.assign(entryOf(id), { status: 'CANCELLED' }),
    messageSignup: { ok: true },
    retryMail: ({ id }: Args) =>
      Object.assign(mails.find((mail) => mail.id === id) ?? refuse('NOT_FOUND'), { status: 'DUE', lastError: null }),
    createAccount({ input }: Args) {
      const { email, name, role, chapterId } = input as Args;
      const made = {
        id: `a${accounts.length}`,
        email: String(email),
        name: String(name),
        locale: 'EN',
        hasSecondStep: false,
        grants: [{ role: String(role), chapter: chapter(chapterId) }],
      };
      accounts.push(made);
      return made;
    },
    grantRole({ input }: Args) {
      const { role, chapterId } = input as Args;
      const found = account(input as Args);
      found.grants.push({ role: String(role), chapter: chapter(chapterId) });
      return found;
    },
    resetSecondStep(args: Args) {
      const found = account(args);
      found.hasSecondStep = false;
      return found;
    },
    revokeRole({ input }: Args) {
      const { role, chapterId } = input as Args;
      if (role === 'ADMIN') refuse('LAST_ADMIN');
      const found = account(input as Args);
      found.grants = found.grants.filter(
        (grant) => !(grant.role === role && (grant.chapter?.id ?? null) === (chapterId ?? null)),
      );
      return found;
    },
    createChapter(args: Args) {
      const made = {
        id: `c${chapters.length}`,
        slug: String(args['name']).toLowerCase(),
        name: String(args['name']),
        timeZone: String(args['timeZone']),
        city: String(args['city']),
      };
      chapters.push(made);
      return made;
    },
  };
}
