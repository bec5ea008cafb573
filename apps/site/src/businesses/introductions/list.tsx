import { shortDate } from '@upstander/web-kit';
import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { notFound } from '../../api/ask';
import { Icon } from '../../frame/icons';
import { usePage } from '../../request/page-context';
import { BusinessFrame } from '../business-frame';
import { OneBusiness } from '../queries';
import { querySignedIn } from '../signed-in';
import { MyIntroductions, type IntroductionLine } from './queries';

export async function loader(args: LoaderFunctionArgs) {
  const id = args.params['business'] ?? '';
  const result = await querySignedIn(args, OneBusiness, { id });
  if (!result?.myBusiness) throw notFound();
  // A business that is not approved receives no introductions and may not list them.
  const introductionList = result.myBusiness.mayPost ? await querySignedIn(args, MyIntroductions, { id }) : null;
  return {
    business: result.myBusiness,
    email: result.me?.email ?? '',
    introductions: introductionList?.myIntroductions ?? [],
  };
}

export default function IntroductionList() {
  const { words } = usePage();
  const { business, email, introductions } = useLoaderData<typeof loader>();
  const t = words.site.business.inbox;
  const isEmpty = introductions.length === 0;
  return (
    <BusinessFrame business={business} email={email} tab="introductions" title={t.title} errors={[]}>
      <h1>{t.title}</h1>
      <p className="lead">{t.lead}</p>
      {isEmpty ? (
        <div className="empty">
          <Icon name="people" />
          <h2>{t.empty}</h2>
          <p>{business.mayPost ? t.emptyHint : t.notYet}</p>
        </div>
      ) : (
        <ul className="cards">
          {introductions.map((introduction) => (
            <Line
              key={introduction.id}
              introduction={introduction}
              href={`/business/${business.id}/introductions/${introduction.id}`}
            />
          ))}
        </ul>
      )}
    </BusinessFrame>
  );
}

function Line({ introduction, href }: { introduction: IntroductionLine; href: string }) {
  const { words, locale, timeZone } = usePage();
  const t = words.site.business.inbox;
  const { alias, opportunityTitle, createdAt, answer, unread } = introduction;
  return (
    <li className="card status-line">
      <div className="card-body">
        <h2>
          <a href={href}>{alias}</a>
        </h2>
        <p>{t.forOpportunity({ title: opportunityTitle })}</p>
        <p className="card-facts">
          <span>{t.since({ day: shortDate(locale, new Date(createdAt), timeZone) })}</span>
          {unread > 0 && (
            <span>
              <Icon name="speech" />
              {t.unread({ n: unread })}
            </span>
          )}
        </p>
      </div>
      <span className={answer === null ? 'badge amber' : answer === 'INTERESTED' ? 'badge green' : 'badge'}>
        {answer === null ? t.newOne : t.answer[answer]}
      </span>
    </li>
  );
}
