import { usePage } from '../../request/page-context';
import type { MyBusinessData } from '../queries';

interface Props {
  mine: MyBusinessData;
  me: string;
  /** ID of the account whose removal needs confirmation. */
  removing: string | null;
}

/** Lists the members of the business. Owners can remove others, and every member can leave. */
export function MemberList({ mine, me, removing }: Props) {
  const { words } = usePage();
  const t = words.site.business.status;
  const here = `/business/${mine.id}/people`;
  return (
    <ul className="history">
      {mine.members.map(({ accountId, name, email, role, frozen }) => {
        const isMe = accountId === me;
        const mayRemove = !mine.frozen && (isMe || mine.myRole === 'OWNER');
        return (
          <li key={accountId}>
            <span>
              <b>{name}</b> {isMe && `(${t.you})`}
              <br />
              <span className="small as-written">{email}</span>
            </span>
            <span className="badge figure">{words.enums.businessRole[role]}</span>
            {frozen && <span className="badge amber">{t.frozenBadge}</span>}
            {mayRemove && removing !== accountId && (
              <a href={`${here}?remove=${accountId}`} aria-label={isMe ? t.leave : t.removeOf({ name })}>
                {isMe ? t.leave : t.remove}
              </a>
            )}
            {mayRemove && removing === accountId && (
              <RemovalQuestion here={here} accountId={accountId} name={name} isMe={isMe} />
            )}
          </li>
        );
      })}
    </ul>
  );
}

function RemovalQuestion({
  here,
  accountId,
  name,
  isMe,
}: {
  here: string;
  accountId: string;
  name: string;
  isMe: boolean;
}) {
  const t = usePage().words.site.business.status;
  return (
    <form className="panel sure" method="post" action={here}>
      <input type="hidden" name="account" value={accountId} />
      {isMe && <input type="hidden" name="leaves" value="1" />}
      <h2>{isMe ? t.leaveTitle : t.removeTitle({ name })}</h2>
      <p>{isMe ? t.leaveText : t.removeText}</p>
      <p className="actions">
        <button className="button leave" name="do" value="remove">
          {isMe ? t.leaveYes : t.removeYes}
        </button>
        <a className="button quiet" href={here}>
          {t.removeNo}
        </a>
      </p>
    </form>
  );
}
