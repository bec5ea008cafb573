import { catalogOf } from '@upstander/web-kit';
import { RenderedPageCache, trackTimes } from './rendered-page-cache';
import { usePage, type PageFacts } from './page-context';
import { renderPage, freshKey, cacheMarkup } from './cached-markup';

const begin = Date.parse('2026-12-05T09:00:00Z');
const minute = 60_000;
const facts = (at = begin): PageFacts => ({
  locale: 'en',
  words: catalogOf('en'),
  organizationName: 'Women’s Rights Group',
  contactEmail: 'hello@example.org',
  timeZone: 'America/Los_Angeles',
  publicUrl: 'https://example.org',
  requestId: 'one',
  path: '/events',
  quiet: false,
  sheet: 'index',
  signedIn: false,
  posted: false,
  sent: [],
  now: new Date(at),
  isPast: (instant) => new Date(instant).valueOf() <= at,
  quarter: new Date(begin),
  site: {},
  pieces: [],
});

function drawn(node: React.ReactNode) {
  const { facts: page, until } = trackTimes(facts());
  return { drawing: renderPage(page, node), until: until() };
}

test('renders a page once for the same address and data, and again for others', () => {
  const drawings = new RenderedPageCache();
  const { drawing, until } = drawn(<p>five places</p>);
  drawings.keep('en /', { data: '5', drawing, until }, begin);
  expect(drawings.find('en /', '5', begin)).toBe(drawing);
  expect(drawings.find('en /', '4', begin)).toBeNull();
  expect(drawings.find('es /', '5', begin)).toBeNull();
  expect(drawings.find('en /events', '5', begin)).toBeNull();
  expect(drawings.find('en /', '5', begin + 15 * minute)).toBeNull();
});

test('renders a page again as soon as a time it checked has passed', () => {
  const Shift = ({ at }: { at: string }) => <p>{usePage().isPast(at) ? 'begun' : 'open'}</p>;
  const Piece = cacheMarkup(Shift);
  const drawings = new RenderedPageCache();
  const all = (
    <>
      <Shift at="2026-12-05T08:59:00Z" />
      <Piece at="2026-12-05T09:03:00Z" />
      <Shift at="2026-12-05T09:05:00Z" />
    </>
  );
  const { drawing, until } = drawn(all);
  expect(until).toBe(begin + 3 * minute);
  drawings.keep('en /', { data: '', drawing, until }, begin);
  expect(drawings.find('en /', '', until - 1)).toBe(drawing);
  expect(drawings.find('en /', '', until)).toBeNull();
});

test('never caches a page that shows the time or the request ID', () => {
  const Now = () => <p>{usePage().now.toISOString()}</p>;
  const Fault = () => <p>{usePage().requestId}</p>;
  for (const node of [<Now key="1" />, <Fault key="2" />]) {
    const drawings = new RenderedPageCache();
    drawings.keep('en /', { data: '', ...drawn(node) }, begin);
    expect(drawings.find('en /', '', begin)).toBeNull();
  }
});

test('sends a cached page with a new form key each time', () => {
  const form = <input name="key" defaultValue={freshKey} />;
  const { drawing } = drawn(<form>{form}</form>);
  const [one, two] = [drawing.asSent().toString(), drawing.asSent().toString()];
  const whole = /^<!DOCTYPE html><form><input name="key" value="([0-9a-f-]{36})"\/><\/form>$/;
  expect(whole.exec(one!)?.[1]).not.toBe(whole.exec(two!)?.[1]);
  const Form = cacheMarkup(() => form);
  expect(() => drawn(<Form />)).toThrow(/each time/);
});
