import { limits } from '@upstander/web-kit';
import { Field } from '../forms/field';
import { Tick } from '../forms/tick';
import { SubmitButton } from '../frame/button';
import { usePage } from '../request/page-context';
import type { MyPageData } from './queries';

interface PhotoFormProps {
  supporterPage: MyPageData;
  currentPath: string;
}

/** Uploads go to a path of their own, because other forms of the site take no files. */
export function PhotoForm({ supporterPage, currentPath }: PhotoFormProps) {
  const { words } = usePage();
  const t = words.site.fundraiser.photo;
  const waiting = supporterPage.edit?.at ? supporterPage.edit.photo : null;
  const shown = waiting ?? supporterPage.photo;
  const path = currentPath.replace(/^\/page\/([^/?]+).*$/, '/page-photos/$1.webp');
  return (
    <details className="fold panel" open={shown !== null}>
      <summary>{t.title}</summary>
      {shown && (
        <>
          <figure className="photo">
            <img src={path} alt={shown.alt} />
          </figure>
          {waiting && <p>{supporterPage.photo ? t.replacementWaits : t.waits}</p>}
          <form className="actions" method="post" action={currentPath}>
            <SubmitButton action="remove-photo" label={t.remove} look="quiet" />
          </form>
        </>
      )}
      <form method="post" action={path} encType="multipart/form-data">
        <Field
          id="photo"
          type="file"
          label={shown ? t.replace : t.choose}
          hint={t.hint}
          accept="image/jpeg,image/png,image/webp"
          required
        />
        <Field id="alt" label={t.alt} hint={t.altHint} maxLength={limits.CampaignPage.photoAlt} required />
        <Tick id="agreed" label={t.agreed} hint={t.agreedHint} checked={false} required />
        <button className="button">{t.send}</button>
      </form>
    </details>
  );
}
