import { usePage } from '../request/page-context';
import { DataBlock } from '../share/data-block';
import { organizationData } from '../share/donate-action';
import type { ArticleData } from './queries';

interface CourseData {
  slug: string;
  title: string;
  summary: string;
  minutes: number;
}

/** https://schema.org/Course, online, free and at any time */
export function CourseBlock({ course: { slug, title, summary, minutes } }: { course: CourseData }) {
  const { publicUrl, locale, organizationName, contactEmail } = usePage();
  return (
    <DataBlock
      data={{
        '@type': 'Course',
        name: title,
        description: summary,
        url: `${publicUrl}/learn/courses/${slug}`,
        inLanguage: locale,
        isAccessibleForFree: true,
        provider: organizationData({ name: organizationName, publicUrl, contactEmail }),
        offers: { '@type': 'Offer', category: 'Free', price: 0, priceCurrency: 'USD' },
        hasCourseInstance: { '@type': 'CourseInstance', courseMode: 'Online', courseWorkload: `PT${minutes}M` },
      }}
    />
  );
}

/** https://schema.org/Article, dated by its last review */
export function ArticleBlock({ article, imageUrl }: { article: ArticleData; imageUrl: string }) {
  const { publicUrl, locale, organizationName, contactEmail } = usePage();
  const organization = organizationData({ name: organizationName, publicUrl, contactEmail });
  return (
    <DataBlock
      data={{
        '@type': 'Article',
        headline: article.title,
        description: article.summary,
        url: `${publicUrl}/learn/${article.slug}`,
        image: imageUrl,
        inLanguage: locale,
        isAccessibleForFree: true,
        dateModified: article.reviewedOn,
        author: organization,
        publisher: organization,
        citation: article.sources.map(({ title, publisher, year, url }) => ({
          '@type': 'CreativeWork',
          name: title,
          url,
          datePublished: String(year),
          publisher: { '@type': 'Organization', name: publisher },
        })),
      }}
    />
  );
}
