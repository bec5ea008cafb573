import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal, { type VEvent } from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { icalendar, type CalendarEntry } from './icalendar.js';

const organizer = { name: "Women's Rights Group", email: 'hello@example.org' };
const plain: CalendarEntry = {
  uid: '5f0c1f1e-0000-4000-8000-000000000001@example.org',
  sequence: 3,
  revisedAt: new Date('2026-11-20T10:00:00.123Z'),
  startsAt: new Date('2026-12-05T17:00:00Z'),
  endsAt: new Date('2026-12-05T20:00:00Z'),
  cancelled: false,
  title: 'Kit packing',
};

function parseCalendar(file: string) {
  const root = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const component = root.getFirstSubcomponent('vevent');
  if (!component) throw new Error('ical.js found no event');
  const event = new ICAL.Event(component);
  const other = Object.values(nodeIcal.sync.parseICS(file)).find((part) => part?.type === 'VEVENT') as VEvent;
  return { root, component, event, other };
}

function facts(file: string) {
  const { component, event, other } = parseCalendar(file);
  const byIcalJs = {
    uid: event.uid,
    title: event.summary,
    description: event.description ?? '',
    location: event.location ?? '',
    start: event.startDate.toJSDate().toISOString(),
    end: event.endDate.toJSDate().toISOString(),
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status'),
  };
  const plainText = (value: unknown) => (typeof value === 'object' && value ? (value as { val: string }).val : value);
  const byNodeIcal = {
    uid: other.uid,
    title: plainText(other.summary),
    description: plainText(other.description) ?? '',
    location: plainText(other.location) ?? '',
    start: other.start.toISOString(),
    end: other.end?.toISOString(),
    sequence: Number(other.sequence),
    status: other.status,
  };
  return { byIcalJs, byNodeIcal };
}

function factsByTsIcs(file: string) {
  const [third] = convertIcsCalendar(undefined, file).events ?? [];
  return {
    uid: third?.uid,
    title: third?.summary,
    description: third?.description ?? '',
    location: third?.location ?? '',
    start: third?.start.date.toISOString(),
    end: third?.end?.date.toISOString(),
    sequence: third?.sequence ?? 0,
    status: third?.status,
  };
}

const nastyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.constantFrom(
    'Kits, bags; boxes \\ and "quotes"',
    'Taller de empaque 🎒👩🏽‍🤝‍👩🏼 para niñas y niños '.repeat(4),
    'Walk\r\nATTENDEE:mailto:evil@example.org',
    'Walk\nEND:VEVENT\r\nBEGIN:VEVENT',
    'a'.repeat(300),
    '水'.repeat(120),
    '\\n is not a line break, \\\\n neither',
  ),
);

test('writes files that three independent parsers read identically and correctly', () => {
  fc.assert(
    fc.property(
      nastyText,
      nastyText,
      nastyText,
      fc.boolean(),
      fc.nat(),
      (title, description, location, cancelled, sequence) => {
        const file = icalendar({
          method: 'PUBLISH',
          organizer: { name: title, email: 'hello@example.org' },
          name: title,
          entries: [
            {
              ...plain,
              title: `T${title}.`,
              description: `D${description}.`,
              location: `L${location}.`,
              cancelled,
              sequence,
            },
          ],
        });
        const { byIcalJs, byNodeIcal } = facts(file);
        expect(byNodeIcal).toEqual(byIcalJs);
        // ts-ics also finds the limits of an event in the middle of a text.
        if (![title, description, location].some((text) => /(?:BEGIN|END):V/i.test(text)))
          expect(factsByTsIcs(file)).toEqual(byIcalJs);
        const normalizeText = (text: string) =>
          text
            .replace(/\r\n|[\r\u0085\u2028\u2029]/g, '\n')
            .replaceAll('\t', ' ')
            .replace(/[\p{Cc}\p{Cs}]/gu, (c) => (c === '\n' ? c : ''))
            // Look-alikes, used where parsers disagree about the original characters.
            .replace(/\\(?=n)/gi, '＼');
        expect(byIcalJs).toEqual({
          uid: plain.uid,
          title: normalizeText(`T${title}.`),
          description: normalizeText(`D${description}.`),
          location: normalizeText(`L${location}.`),
          start: '2026-12-05T17:00:00.000Z',
          end: '2026-12-05T20:00:00.000Z',
          sequence,
          status: cancelled ? 'CANCELLED' : 'CONFIRMED',
        });
      },
    ),
    { numRuns: 500 },
  );
});

test('keeps lines within 75 octets, splits no character, and ends each line with CRLF', () => {
  fc.assert(
    fc.property(nastyText, (title) => {
      const bytes = Buffer.from(icalendar({ method: 'PUBLISH', organizer, entries: [{ ...plain, title }] }));
      const lines = bytes.toString('latin1').split('\r\n');
      expect(lines.pop()).toBe('');
      for (const line of lines) {
        expect(line.length).toBeLessThanOrEqual(75);
        expect(line).not.toBe('');
        expect(line).not.toMatch(/[\r\n]/);
        expect(() => new TextDecoder('utf8', { fatal: true }).decode(Buffer.from(line, 'latin1'))).not.toThrow();
      }
    }),
  );
});

test('never lets user input add a calendar property', () => {
  const maliciousTitle = 'Walk\r\nATTENDEE:mailto:evil@example.org\nX-EVIL:1\u2028X-EVIL:2';
  const file = icalendar({
    method: 'PUBLISH',
    organizer: { name: maliciousTitle, email: `a@b.example\r\nX-EVIL:3` },
    name: maliciousTitle,
    entries: [
      {
        ...plain,
        uid: maliciousTitle,
        title: maliciousTitle,
        description: maliciousTitle,
        location: maliciousTitle,
        url: `https://x.example/\r\nX-EVIL:4`,
      },
    ],
  });
  const names = file
    .split('\r\n')
    .filter((line) => !line.startsWith(' '))
    .map((line) => line.split(/[:;]/)[0]);
  expect(names).not.toContain('ATTENDEE');
  expect(names).not.toContain('X-EVIL');
  expect(parseCalendar(file).root.getAllSubcomponents('vevent')).toHaveLength(1);
});

test('keeps the quotes around a title in every parser', () => {
  const file = icalendar({ method: 'PUBLISH', organizer, entries: [{ ...plain, title: '"Stand up"' }] });
  const { byIcalJs, byNodeIcal } = facts(file);
  for (const { title } of [byIcalJs, byNodeIcal, factsByTsIcs(file)]) expect(title).toBe('“Stand up”');
});

test('cancels an entry with method CANCEL, the same UID and a higher sequence', () => {
  const file = icalendar({ method: 'CANCEL', organizer, entries: [{ ...plain, cancelled: true, sequence: 4 }] });
  const { root, event } = parseCalendar(file);
  expect(root.getFirstPropertyValue('method')).toBe('CANCEL');
  expect(event.uid).toBe(plain.uid);
  expect(event.sequence).toBe(4);
});
