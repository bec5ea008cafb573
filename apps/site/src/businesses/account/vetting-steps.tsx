import { usePage } from '../../request/page-context';
import type { MyBusinessData } from '../queries';

/** Required evidence. Other kinds are shown only once they are done. */
const requiredEvidence = ['DOMAIN_MAIL', 'REGISTRY', 'CALL_BACK'] as const;

export function VettingSteps({ business }: { business: MyBusinessData }) {
  const t = usePage().words.site.business.status;
  const extraSteps = (['ADDRESS', 'REPUTATION'] as const).filter((kind) => business.completedEvidence.includes(kind));
  const isApproved = business.approvalsGiven >= business.approvalsNeeded;
  return (
    <section className="panel" aria-labelledby="steps">
      <h2 id="steps">{t.steps}</h2>
      <ol className="history turns">
        <Step text={t.step.registered} responsibleParty="done" />
        {[...requiredEvidence, ...extraSteps].map((kind) => {
          const isDone = business.completedEvidence.includes(kind);
          return (
            <Step
              key={kind}
              text={t.step[kind]}
              responsibleParty={isDone ? 'done' : kind === 'DOMAIN_MAIL' ? 'yours' : 'ours'}
            />
          );
        })}
        <Step
          text={t.step.approvals({ given: business.approvalsGiven, needed: business.approvalsNeeded })}
          responsibleParty={isApproved ? 'done' : 'ours'}
        />
      </ol>
    </section>
  );
}

function Step({ text, responsibleParty }: { text: string; responsibleParty: 'done' | 'yours' | 'ours' }) {
  const t = usePage().words.site.business.status;
  const stepStyles = {
    done: { badge: 'badge green', text: t.done },
    yours: { badge: 'badge amber', text: t.yourTurn },
    ours: { badge: 'badge', text: t.ourTurn },
  }[responsibleParty];
  return (
    <li>
      <span>{text}</span>
      <span className={`${stepStyles.badge} figure`}>{stepStyles.text}</span>
    </li>
  );
}
