import { graphql } from '@upstander/api-client';
import { catalogOf, dayAndTime, isLocale, type Locale } from '@upstander/web-kit';
import type { LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../api/ask';
import { roundMoney } from '../money/money-format';
import { localeName } from '../request/locale';
import type { SiteContext } from '../request/site-context';
import { isPageOn } from '../request/features';

const Event = graphql(`
  query ShareEvent($slug: String!) {
    event(slug: $slug) {
      title
      startsAt
      timeZone
      place
      status
    }
  }
`);

const Campaign = graphql(`
  query ShareCampaign($slug: String!) {
    campaign(slug: $slug) {
      title
      summary
      isGeneral
      raised {
        amountMinor
        currency
      }
      goal {
        amountMinor
        currency
      }
    }
  }
`);

const Article = graphql(`
  query ShareArticle($slug: String!, $locale: Locale) {
    article(slug: $slug, locale: $locale) {
      title
      summary
    }
  }
`);

const Chapters = graphql(`
  query ShareChapters {
    chapters {
      slug
      name
      city
    }
  }
`);

interface ShareTexts {
  above: string;
  title: string;
  below: string;
}
type Find = (context: SiteContext, slug: string, locale: Locale) => Promise<ShareTexts | null>;

/** By the first part of the page's path. */
const kinds: Readonly<Record<string, Find>> = {
  async events(context, slug, locale) {
    const { event } = await queryApi(context, Event, { slug });
    if (!event || event.status === 'DRAFT') return null;
    const { title, startsAt, timeZone, place } = event;
    return { above: dayAndTime(locale, new Date(startsAt), timeZone), title, below: place ?? '' };
  },
  async fundraisers(context, slug, locale) {
    const { campaign } = await queryApi(context, Campaign, { slug });
    if (!campaign) return null;
    const [raised, goal] = [campaign.raised, campaign.goal].map((amount) => roundMoney(locale, amount));
    const { site } = catalogOf(locale);
    const above = campaign.isGeneral
      ? site.campaign.raised({ amount: raised! })
      : site.campaigns.raisedOf({ raised: raised!, goal: goal! });
    return { above, title: campaign.title, below: campaign.summary };
  },
  async learn(context, slug, locale) {
    const { article } = await queryApi(context, Article, { slug, locale: localeName(locale) });
    return article && { above: catalogOf(locale).frame.learn, title: article.title, below: article.summary };
  },
  async chapters(context, slug, locale) {
    const { chapters } = await queryApi(context, Chapters, {});
    const chapter = chapters.find((candidate) => candidate.slug === slug);
    return chapter ? { above: catalogOf(locale).site.chapters.title, title: chapter.name, below: chapter.city } : null;
  },
  async site(_, slug, locale) {
    const { site, frame } = catalogOf(locale);
    return slug === 'home' ? { above: '', title: site.home.heading, below: frame.footerLead } : null;
  },
};

/** `/share/<first part of the page's path>/<slug>.<language>.png` */
export async function loader({ params, context }: LoaderFunctionArgs): Promise<Response> {
  const [, slug = '', locale = ''] = /^([a-z0-9-]{1,100})\.(en|es)\.png$/.exec(params['file'] ?? '') ?? [];
  const kind = params['kind'] ?? '';
  const find = Object.hasOwn(kinds, kind) && isPageOn(`/${kind}`, context.organization) ? kinds[kind] : undefined;
  const texts = find && isLocale(locale) ? await find(context, slug, locale) : null;
  if (!texts) throw notFound();
  const png = await context.shareImage({ ...texts, organization: context.organization.name });
  // Sites that show links fetch it once and cache it. A changed title is visible within an hour.
  return new Response(Uint8Array.from(png), {
    headers: { 'content-type': 'image/png', 'cache-control': 'public, max-age=3600' },
  });
}
