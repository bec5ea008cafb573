import { ButtonLink, SubmitButton } from '../../frame/button';
import { usePage } from '../../request/page-context';
import type { MyBusinessData } from '../queries';

interface Props {
  business: MyBusinessData;
  me: string;
  /** ID of the account whose removal needs confirmation. */
  removedAccountId: string | null;
}

/** Owners can remove others, and every member can leave. */
export function MemberList({ business, me, removedAccountId }: Props) {
  const { words } = usePage();
  const t = words.site.business.status;
  const currentPath = `/business/${business.id}/people`;
  return (
    <ul className="history">
      {business.members.map(({ accountId, name, email, role, frozen }) => {
        const isMe = accountId === me;
        const mayRemove = !business.frozen && (isMe || business.myRole === 'OWNER');
        return (
          <li key={accountId}>
            <span>
              <b>{name}</b> {isMe && `(${t.you})`}
              <br />
              <span className="small as-written">{email}</span>
            </span>
            <span className="badge figure">{words.enums.businessRole[role]}</span>
            {frozen && <span className="badge amber">{t.frozenBadge}</span>}
            {mayRemove && removedAccountId !== accountId && (
              <a href={`${currentPath}?remove=${accountId}`} aria-label={isMe ? t.leave : t.removeOf({ name })}>
                {isMe ? t.leave : t.remove}
              </a>
            )}
            {mayRemove && removedAccountId === accountId && (
              <RemovalQuestion currentPath={currentPath} accountId={accountId} name={name} isMe={isMe} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function RemovalQuestion({
  currentPath,
  accountId,
  name,
  isMe,
}: {
  currentPath: string;
  accountId: string;
  name: string;
  isMe: boolean;
}) {
  const t = usePage().words.site.business.status;
  return (
    <form className="panel sure" method="post" action={currentPath}>
      <input type="hidden" name="account" value={accountId} />
      {isMe && <input type="hidden" name="leaves" value="1" />}
      <h2>{isMe ? t.leaveTitle : t.removeTitle({ name })}</h2>
      <p>{isMe ? t.leaveText : t.removeText}</p>
      <p className="actions">
        <SubmitButton action="remove" label={isMe ? t.leaveYes : t.removeYes} look="leave" />
        <ButtonLink to={currentPath} label={t.removeNo} look="quiet" />
      </p>
    </form>
  );
}
