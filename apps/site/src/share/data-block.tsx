import { usePage } from '../request/page-context';

/** https://schema.org as a data block, escaped so that no text can end it. */
export function DataBlock({ data }: { data: object }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

export function Breadcrumbs({ list, page }: { list: readonly [name: string, path: string]; page: string }) {
  const { publicUrl } = usePage();
  const [name, path] = list;
  const item = (position: number, properties: object) => ({ '@type': 'ListItem', position, ...properties });
  return (
    <DataBlock
      data={{
        '@type': 'BreadcrumbList',
        itemListElement: [item(1, { name, item: publicUrl + path }), item(2, { name: page })],
      }}
    />
  );
}
