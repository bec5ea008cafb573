import { useId } from 'react';
import { EyeIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import classes from './applications.module.css';

interface SharedApplicantDataProps {
  businessName: string;
  opportunityTitle: string;
  alias: string;
  shares: string;
  availability: string;
  /** Before the introduction, while its consent is valid, or afterward. */
  when: 'soon' | 'now' | 'past';
}

/** A business sees nothing else of an applicant. */
export function SharedApplicantData(props: SharedApplicantDataProps) {
  const { businessName, opportunityTitle, alias, shares, availability, when } = props;
  const { t } = useWords('applications');
  const labels = t.applications.introduction;
  const id = useId();
  return (
    <section className={classes.preview} aria-labelledby={id} data-past={when === 'past' || undefined}>
      <h3 id={id} className={classes.previewTitle}>
        <EyeIcon size={16} />
        {labels.sees[when]({ business: businessName })}
      </h3>
      <p className={classes.alias}>{alias.trim() === '' ? labels.aliasEmpty : alias}</p>
      <p className={classes.meta}>{opportunityTitle}</p>
      <p className={classes.shares}>{shares}</p>
      {availability.trim() !== '' && (
        <p className={classes.available}>
          <span className={classes.meta}>{labels.availability}</span>
          {availability}
        </p>
      )}
      <p className={classes.nothingElse}>{labels.nothingElse}</p>
    </section>
  );
}
