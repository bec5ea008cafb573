import { usePage } from '../../request/page-context';
import { FlagList } from './flag-list';
import { ListingPreview, type PreviewData } from './listing-preview';
import { listingFields } from './listing-values';
import type { Look } from './queries';
import type { Written } from './write-listing';

interface Props {
  written: Written & { look: Look };
  preview: PreviewData;
  mayHandIn: boolean;
}

/** How it would look, and what the rules find; nothing is stored until one of the buttons below is pressed. */
export function LookStep({ written, preview, mayHandIn }: Props) {
  const { words } = usePage();
  const t = words.site.business.listingForm;
  return (
    <>
      <h1>{t.lookTitle}</h1>
      <p className="lead">{t.lookLead}</p>
      <FlagList flags={written.look.flags} />
      <ListingPreview listing={preview} />
      <form method="post">
        <input type="hidden" name="key" value={written.key} />
        {listingFields.map((name) => (
          <input key={name} type="hidden" name={name} value={written.values[name]} />
        ))}
        {written.values.languages.map((code) => (
          <input key={code} type="hidden" name="languages" value={code} />
        ))}
        <p className="actions">
          {mayHandIn && (
            <button className="button large" name="do" value="send">
              {t.send}
            </button>
          )}
          <button className="button quiet large" name="do" value="draft">
            {t.draft}
          </button>
          <button className="button quiet large" name="do" value="change">
            {t.change}
          </button>
        </p>
        {!mayHandIn && <p className="small">{words.site.business.listings.notYet}</p>}
      </form>
    </>
  );
}
