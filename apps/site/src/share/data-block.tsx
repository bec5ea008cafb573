import { usePage } from '../request/page-context';

/** What search engines read of a page (https://schema.org), as a data block that no text can end. */
export function DataBlock({ data }: { data: object }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

/** Where a page stands, from the list it is in down to itself (schema.org BreadcrumbList). */
export function Breadcrumbs({ list, page }: { list: readonly [name: string, path: string]; page: string }) {
  const { publicUrl } = usePage();
  const [name, path] = list;
  const item = (position: number, of: object) => ({ '@type': 'ListItem', position, ...of });
  return (
    <DataBlock
      data={{
        '@type': 'BreadcrumbList',
        itemListElement: [item(1, { name, item: publicUrl + path }), item(2, { name: page })],
      }}
    />
  );
}
