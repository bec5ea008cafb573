import { InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { CredentialText, CredentialType } from './credential-type.entity.js';

@InputType({ description: 'A credential type in both languages.' })
export class CredentialTypeInput extends InputOf(CredentialType, {
  required: ['kind', 'name', 'nameEs'],
  optional: ['howToGet', 'howToGetEs', 'validMonths', 'warnDays', 'minimumAge'],
}) {}

@InputType({ description: 'A new version of a text. People who signed an older version are asked to sign again.' })
export class CredentialTextInput extends InputOf(CredentialText, { required: ['body', 'bodyEs'] }) {}
