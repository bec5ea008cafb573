import { Account } from './accounts/account.entity.js';
import { Chapter, ChapterPerson } from './chapters/chapter.entity.js';
import { CustomRole } from './custom-roles/custom-role.entity.js';
import { RecordGrant } from './record-grants/record-grant.entity.js';
import { StoredLogo } from './organization/logo.entity.js';
import { DataRequest } from './peoples-data/requests/data-request.entity.js';
import { LegalHold } from './peoples-data/holds/legal-hold.entity.js';
import { Passkey } from './passkeys/passkey.entity.js';
import { RecoveryCode } from './recovery-codes/recovery-code.entity.js';
import { RoleRequest } from './role-requests/role-request.entity.js';
import { SavedView } from './saved-views/saved-view.entity.js';
import { Session } from './sessions/session.entity.js';
import { SignInIdentity } from './single-sign-on/sign-in-identity.entity.js';
import { SettingsVersion } from './settings/settings-version.entity.js';

export const identityEntities = [
  Account,
  Chapter,
  ChapterPerson,
  CustomRole,
  DataRequest,
  LegalHold,
  Passkey,
  RecoveryCode,
  RecordGrant,
  RoleRequest,
  SavedView,
  Session,
  SettingsVersion,
  SignInIdentity,
  StoredLogo,
];
