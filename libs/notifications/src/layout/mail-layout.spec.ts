import { mailLayout, type MailDescription } from './mail-layout.js';

const sender = {
  ORGANIZATION_NAME: "Women's <Rights> Group",
  POSTAL_ADDRESS: 'PO Box 1\nLos Angeles, CA 90001',
  PUBLIC_URL: 'https://volunteer.example.org',
  MAIL_COLOR: '#5a2d82',
};
const mail: MailDescription = {
  locale: 'es',
  heading: 'Mañana: <Empacar> paquetes',
  blocks: [
    'Hola Ana:\nnos vemos mañana.',
    {
      facts: [
        ['Cuándo', 'sábado, 5 de diciembre'],
        ['Dónde', '<script>alert(1)</script>'],
      ],
    },
    {
      buttons: [
        { label: 'Ver mi turno', url: 'https://volunteer.example.org/s/abc?x=1&y="2"' },
        { label: 'Cancelar', url: 'https://volunteer.example.org/s/abc' },
      ],
    },
    { code: '12345678' },
    { quote: 'Trae agua.\nY ganas.', by: 'Rosa' },
    { small: 'Letra pequeña.' },
  ],
};

describe('the email layout', () => {
  const { html, text } = mailLayout(sender, mail);

  test('includes all content in HTML and text, and escapes user input', () => {
    for (const said of [
      'nos vemos mañana.',
      'sábado, 5 de diciembre',
      'Ver mi turno',
      '12345678',
      'Trae agua.',
      'Letra pequeña.',
      'Rosa escribe:',
    ]) {
      expect(html).toContain(said);
      expect(text).toContain(said);
    }
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<Empacar>');
    expect(text).toContain('<script>alert(1)</script>');
    expect(html).toContain('href="https://volunteer.example.org/s/abc?x=1');
    expect(html).not.toMatch(/href="[^"]*"2/);
  });

  test('states language, sender and postal address, and loads no external resources', () => {
    expect(html).toContain('<html lang="es"');
    expect(text).toContain('PO Box 1\nLos Angeles, CA 90001');
    expect(html).toContain('Los Angeles, CA 90001');
    expect(html).not.toMatch(/<img|<link|url\(|@import|src=/);
  });

  test("starts with the organization's name on its color and has one button in that color", () => {
    expect(html.match(/background:#5a2d82/g)).toHaveLength(2);
    expect(html.indexOf('Women&#39;s &#60;Rights&#62; Group')).toBeLessThan(html.indexOf('<h1'));
  });

  test('uses inline styles, a single heading and a definition list for facts', () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toMatch(/<dl[^>]*style=/);
    expect(html).not.toContain('<table');
    expect(html.match(/<(p|a|h1|dl|dt|dd|blockquote)\b(?![^>]*style=)/g)).toBeNull();
    expect(html).toContain('prefers-color-scheme:dark');
  });

  test('links our own URLs and marked facts, but nothing a stranger typed', () => {
    const own = 'https://volunteer.example.org/s/abc';
    const { html: linked } = mailLayout(sender, {
      ...mail,
      blocks: [
        `Hola https://evil.example/x https://volunteer.example.org.evil.example/y: mira ${own}.`,
        { facts: [['Dónde', 'En línea: https://meet.example.org/a?b=1&c=2', 'linked']] },
        { facts: [['De', 'Confirma en https://evil.example/z']] },
        { quote: 'https://evil.example/y' },
        { small: `Escribe a ${own}` },
      ],
    });
    const links = [...linked.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).toEqual([own, 'https://meet.example.org/a?b=1&#38;c=2', own, sender.PUBLIC_URL]);
  });

  test("prevents clients from linking a stranger's text in HTML and plain text, and keeps our URLs whole", () => {
    const own = 'https://volunteer.example.org/s/abc';
    const typed = [
      'https://evil.example/x?y=1',
      'HTTP://EVIL.EXAMPLE',
      'www.evil.example',
      'evil.com',
      'bücher.example/a',
    ];
    for (const said of typed) {
      const written = mailLayout(sender, {
        ...mail,
        heading: `Gracias, ${said}`,
        blocks: [`Hola ${said}: mira ${own}.`, { facts: [['De', said]] }, { small: said }],
      });
      for (const part of [written.html, written.text]) {
        expect(part.toLowerCase()).not.toContain(said.toLowerCase());
        expect(part).toContain(own);
      }
      // Only invisible characters were added.
      expect(written.text.replaceAll('\u2060', '')).toContain(`De: ${said}`);
    }
    const plain = mailLayout(sender, { ...mail, blocks: ['A las 9 a.m.: ana@example.org, $25.50, etc.'] });
    expect(plain.text).toContain('a.m.: ana@example.org, $25.50, etc.');
  });

  test('wraps text between words and keeps URLs whole', () => {
    const url = `https://volunteer.example.org/s/${'a'.repeat(90)}`;
    const long = mailLayout(sender, {
      ...mail,
      blocks: ['palabra '.repeat(40).trim(), { buttons: [{ label: 'Ver', url }] }],
    });
    expect(long.text).toContain(url);
    const lines = long.text.split('\n').filter((line) => !line.includes(url));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76);
  });

  test('uses the first paragraph as preview unless one is given', () => {
    expect(html).toContain('aria-hidden="true">Hola Ana:');
    expect(mailLayout(sender, { ...mail, preview: 'Sábado a las 9' }).html).toContain(
      'aria-hidden="true">Sábado a las 9<',
    );
  });
});
