import { catalogOf } from '@upstander/web-kit';
import { RenderedPageCache, trackTimes } from './rendered-page-cache';
import { usePage, type PageFacts } from './page-context';
import { renderPage, formKeyPlaceholder, cacheMarkup } from './cached-markup';

const begin = Date.parse('2026-12-05T09:00:00Z');
const minute = 60_000;
const facts = (at = begin): PageFacts => ({
  locale: 'en',
  language: 'en',
  languages: ['en', 'es'],
  words: catalogOf('en'),
  organization: {
    name: 'Women’s Rights Group',
    contactEmail: 'hello@example.org',
    contactPhone: null,
    languages: ['en', 'es'],
    guestsPerSignup: 20,
    logo: null,
    actionColor: null,
    colorsPath: null,
  },
  organizationName: 'Women’s Rights Group',
  contactEmail: 'hello@example.org',
  timeZone: 'America/Los_Angeles',
  publicUrl: 'https://example.org',
  requestId: 'one',
  path: '/events',
  isQuiet: false,
  sheet: 'index',
  signedIn: false,
  isFormPost: false,
  submittedFields: [],
  now: new Date(at),
  isPast: (instant) => new Date(instant).valueOf() <= at,
  quarter: new Date(begin),
  fragments: [],
});

function render(node: React.ReactNode) {
  const { facts: page, validUntil } = trackTimes(facts());
  return { rendering: renderPage(page, node), validUntil: validUntil() };
}

test('renders a page once for the same address and data, and again for others', () => {
  const renderings = new RenderedPageCache();
  const { rendering, validUntil } = render(<p>five places</p>);
  renderings.store('en /', { data: '5', rendering, validUntil }, begin);
  expect(renderings.find('en /', '5', begin)).toBe(rendering);
  expect(renderings.find('en /', '4', begin)).toBeNull();
  expect(renderings.find('es /', '5', begin)).toBeNull();
  expect(renderings.find('en /events', '5', begin)).toBeNull();
  expect(renderings.find('en /', '5', begin + 15 * minute)).toBeNull();
});

test('renders a page again as soon as a time it checked has passed', () => {
  const Shift = ({ at }: { at: string }) => <p>{usePage().isPast(at) ? 'begun' : 'open'}</p>;
  const Piece = cacheMarkup(Shift);
  const renderings = new RenderedPageCache();
  const all = (
    <>
      <Shift at="2026-12-05T08:59:00Z" />
      <Piece at="2026-12-05T09:03:00Z" />
      <Shift at="2026-12-05T09:05:00Z" />
    </>
  );
  const { rendering, validUntil } = render(all);
  expect(validUntil).toBe(begin + 3 * minute);
  renderings.store('en /', { data: '', rendering, validUntil }, begin);
  expect(renderings.find('en /', '', validUntil - 1)).toBe(rendering);
  expect(renderings.find('en /', '', validUntil)).toBeNull();
});

test('never caches a page that shows the time or the request ID', () => {
  const Now = () => <p>{usePage().now.toISOString()}</p>;
  const Fault = () => <p>{usePage().requestId}</p>;
  for (const node of [<Now key="1" />, <Fault key="2" />]) {
    const renderings = new RenderedPageCache();
    renderings.store('en /', { data: '', ...render(node) }, begin);
    expect(renderings.find('en /', '', begin)).toBeNull();
  }
});

test('sends a cached page with a new form key each time', () => {
  const form = <input name="key" defaultValue={formKeyPlaceholder} />;
  const { rendering } = render(<form>{form}</form>);
  const [one, two] = [rendering.toBuffer().toString(), rendering.toBuffer().toString()];
  const whole = /^<!DOCTYPE html><form><input name="key" value="([0-9a-f-]{36})"\/><\/form>$/;
  expect(whole.exec(one!)?.[1]).not.toBe(whole.exec(two!)?.[1]);
  const Form = cacheMarkup(() => form);
  expect(() => render(<Form />)).toThrow(/each time/);
});

test('keeps the last page for six hours after it was current, even if it can’t be reused', () => {
  const renderings = new RenderedPageCache();
  const { rendering, validUntil } = render(<p>five places</p>);
  renderings.store('en /', { data: '5', rendering, validUntil }, begin);
  renderings.find('en /', '5', begin + minute);
  expect(renderings.findLast('en /', begin + 5 * 60 * minute)).toEqual({
    rendering,
    currentAt: new Date(begin + minute),
  });
  expect(renderings.findLast('en /', begin + 362 * minute)).toBeNull();
  renderings.store('en /now', { data: '', rendering, validUntil: 0 }, begin);
  expect(renderings.findLast('en /now', begin)).toMatchObject({ rendering });
  expect(renderings.findLast('es /', begin)).toBeNull();
});
