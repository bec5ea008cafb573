import { catalogOf } from '@upstander/web-kit';
import { usePage, type PageFacts } from './page-context';
import { renderPage, cacheMarkup, headPlaceholder } from './cached-markup';

const organization = {
  name: 'Women’s Rights Group',
  contactEmail: 'hello@example.org',
  contactPhone: null,
  languages: ['en', 'es'],
  guestsPerSignup: 20,
  logo: null,
  actionColor: null,
  colorsPath: null,
};
const facts = (overrides: Partial<PageFacts> = {}): PageFacts => ({
  locale: 'en',
  language: 'en',
  languages: ['en', 'es'],
  words: catalogOf('en'),
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
  now: new Date('2026-12-05T09:01:00Z'),
  isPast: () => false,
  quarter: new Date('2026-12-05T09:00:00Z'),
  helpLines: [],
  organization,
  fragments: [],
  ...overrides,
});
const htmlOf = (page: PageFacts, node: React.ReactNode) => renderPage(page, node).toBuffer().toString('utf8');

function createCountingCard() {
  const drawn = { times: 0 };
  const Card = cacheMarkup(function Card({ title }: { title: string }) {
    drawn.times += 1;
    return (
      <li lang={usePage().locale}>
        <b>{title}</b>
      </li>
    );
  });
  return { drawn, Card };
}

test('renders a card with the same props once and shows it on every page', () => {
  const { drawn, Card } = createCountingCard();
  const list = (
    <ul>
      <Card title="Á" />
      <li>between</li>
      <Card title="B – C" />
    </ul>
  );
  const html = '<!DOCTYPE html><ul><li lang="en"><b>Á</b></li><li>between</li><li lang="en"><b>B – C</b></li></ul>';
  expect(htmlOf(facts(), list)).toBe(html);
  expect(htmlOf(facts({ path: '/' }), list)).toBe(html);
  expect(drawn.times).toBe(2);
});

test('renders a card again for another title, language or quarter hour, and after a change of settings', () => {
  const { drawn, Card } = createCountingCard();
  for (const [page, title] of [
    [facts(), 'one'],
    [facts(), 'two'],
    [facts({ locale: 'es', language: 'es' }), 'one'],
    [facts({ organization: { ...organization } }), 'one'],
    [facts({ quarter: new Date('2026-12-05T09:15:00Z') }), 'one'],
  ] as const) {
    expect(htmlOf(page, <Card title={title} />)).toContain(`<b>${title}</b>`);
  }
  expect(drawn.times).toBe(5);
});

test('never reuses markup that depends on the time or the address', () => {
  const Here = cacheMarkup(function Here() {
    return <p>{usePage().path}</p>;
  });
  const Around = cacheMarkup(function Around() {
    return (
      <div>
        <Here />
      </div>
    );
  });
  expect(htmlOf(facts({ path: '/s/a-personal-link' }), <Around />)).toContain('/s/a-personal-link');
  expect(htmlOf(facts({ path: '/other' }), <Around />)).toBe('<!DOCTYPE html><div><p>/other</p></div>');
});

test('does not mistake user text for a placeholder', () => {
  const { Card } = createCountingCard();
  const title = '\u00010\u0001 \u0001:0\u0001 <script>';
  expect(htmlOf(facts(), <Card title={title} />)).toBe(
    '<!DOCTYPE html><li lang="en"><b>\u00010\u0001 \u0001:0\u0001 &lt;script&gt;</b></li>',
  );
});

test('puts head elements of each page into its head', () => {
  const Title = cacheMarkup(function Title({ text }: { text: string }) {
    return <title>{text}</title>;
  }, 'head');
  const page = (text: string) => (
    <html>
      <head>{headPlaceholder}</head>
      <body>
        <Title text={text} />
      </body>
    </html>
  );
  const pageWithTitle = (text: string) =>
    `<!DOCTYPE html><html><head><title>${text}</title></head><body></body></html>`;
  expect(htmlOf(facts(), page('one'))).toBe(pageWithTitle('one'));
  expect(htmlOf(facts(), page('two'))).toBe(pageWithTitle('two'));
  expect(htmlOf(facts(), page('one'))).toBe(pageWithTitle('one'));
});
