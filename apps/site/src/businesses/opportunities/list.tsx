import { useLoaderData, type LoaderFunctionArgs } from 'react-router';
import { notFound } from '../../api/ask';
import { ButtonLink } from '../../frame/button';
import { Icon } from '../../frame/icons';
import { usePage } from '../../request/page-context';
import { BusinessFrame } from '../business-frame';
import { querySignedIn } from '../signed-in';
import { OpportunityBadge, OpportunityEnd } from './opportunity-badge';
import { MyOpportunities, type OpportunityLine } from './queries';

export async function loader(args: LoaderFunctionArgs) {
  const result = await querySignedIn(args, MyOpportunities, { id: args.params['business'] ?? '' });
  if (!result?.myBusiness) throw notFound();
  return { business: result.myBusiness, email: result.me?.email ?? '', opportunities: result.myOpportunities };
}

export default function OwnOpportunityList() {
  const { words } = usePage();
  const { business, email, opportunities } = useLoaderData<typeof loader>();
  const t = words.site.business.opportunities;
  const mayWrite = !business.frozen && business.status !== 'REFUSED';
  const currentPath = `/business/${business.id}/opportunities`;
  return (
    <BusinessFrame business={business} email={email} tab="opportunities" title={t.title} errors={[]}>
      <h1>{t.title}</h1>
      {mayWrite && !business.mayPost && <p className="note">{t.notYet}</p>}
      {mayWrite && (
        <p className="actions first">
          <ButtonLink to={`${currentPath}/new`} label={t.write} look="large" />
        </p>
      )}
      {opportunities.length === 0 ? (
        <div className="empty">
          <Icon name="bag" />
          <h2>{t.empty}</h2>
          <p>{t.emptyHint}</p>
        </div>
      ) : (
        <ul className="cards">
          {opportunities.map((opportunity) => (
            <Line key={opportunity.id} opportunity={opportunity} href={`${currentPath}/${opportunity.id}`} />
          ))}
        </ul>
      )}
    </BusinessFrame>
  );
}

function Line({ opportunity, href }: { opportunity: OpportunityLine; href: string }) {
  const { words } = usePage();
  const t = words.site.business.opportunities;
  const openCount =
    opportunity.status === 'DRAFT' || opportunity.status === 'CHANGES_REQUESTED' || opportunity.status === 'IN_REVIEW';
  return (
    <li className="card status-line">
      <div className="card-body">
        <h2>
          <a href={href}>{opportunity.title}</a>
        </h2>
        <p className="card-facts">
          <span>{words.enums.opportunityKind[opportunity.kind]}</span>
          <OpportunityEnd opportunity={opportunity} />
          {openCount && opportunity.flags.length > 0 && (
            <span>
              <Icon name="alert" />
              {t.flagged({ n: opportunity.flags.length })}
            </span>
          )}
        </p>
      </div>
      <OpportunityBadge opportunity={opportunity} />
    </li>
  );
}
