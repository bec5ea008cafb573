import { Loading } from '../parts/ui/loading';
import { draftKey } from '../parts/forms/draft-store';
import { useSettings } from '../session/settings';
import { PageHeader } from '../parts/ui/page-header';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { FundraiserForm } from './fundraiser-form';
import { emptyValues, fundraiserDraft } from './fundraiser-form-values';

export function FundraiserCreate() {
  const { t, locale } = useWords('fundraiserForm', 'fundraisers');
  const me = useMe();
  const { myChapters: mine, isPending: pending } = useChapters();
  const settings = useSettings();
  const chapter = isAdmin(me) && mine.length !== 1 ? undefined : mine[0];
  return (
    <div>
      <PageHeader
        title={t.shared.newFundraiser}
        lead={t.fundraiserForm.lead}
        back={{ to: '/fundraisers', label: t.fundraisers.show.back }}
      />
      {pending ? (
        <Loading noun={t.fundraiserForm.what} lines={6} />
      ) : (
        <FundraiserForm
          initial={emptyValues({ chapter, settings, locale, name: me.name, email: me.email })}
          draftKey={draftKey(fundraiserDraft, me.id)}
        />
      )}
    </div>
  );
}
