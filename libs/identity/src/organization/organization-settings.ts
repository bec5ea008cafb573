import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  Count,
  Email,
  InputOf,
  isHexColor,
  Languages,
  Lines,
  LongText,
  Phone,
  Ref,
  SeenBy,
  Text,
  WebAddress,
} from '@upstander/platform';
import type { SettingFields } from '../settings/settings-store.js';
import { SettingsChange } from '../settings/settings-version.entity.js';

const seenBy = 'staff';
const colorFault = (text: string) => (isHexColor(text) ? null : 'not-a-color');
const secureFault = (url: string) => (url.startsWith('https:') ? null : 'not-a-web-address');

/** The settings of the organization that admins can change. SettingsStore stores them. */
export class OrganizationProfile {
  @Text({ seenBy, max: 200, required: true, description: 'Name, as shown on pages and in emails.' }) name!: string;
  @LongText({
    seenBy,
    max: 500,
    required: true,
    description: 'Postal address in the footer of every email (required by CAN-SPAM).',
  })
  postalAddress!: string;
  @Text({
    seenBy,
    max: 30,
    nullable: true,
    description: 'Tax ID; in the US, the EIN as 12-3456789. Null if not set.',
    tidy: (text: string) => text.replace(/^(\d{2})(\d{7})$/, '$1-$2'),
  })
  taxId!: string | null;
  @Count({ seenBy, nullable: true, min: 1800, max: 2100, description: 'Year of the foundation; null if not set.' })
  foundedYear!: number | null;
  @Lines({ seenBy, max: 30, longest: 120, description: 'Members of the board with their role.' }) board!: string[];
  @Lines({ seenBy, max: 30, longest: 120, description: 'Partner organizations.' }) partners!: string[];
  @WebAddress({ seenBy, nullable: true, description: 'Address of the latest audited accounts; null if not set.' })
  accountsUrl!: string | null;
  @Email({ seenBy, nullable: true, description: 'Public contact address; null for the sender of emails.' })
  contactEmail!: string | null;
  @Phone({ seenBy, nullable: true, description: 'Public phone number; null if not set.' }) contactPhone!: string | null;
  @Lines({ seenBy, max: 10, longest: 300, fault: secureFault, description: 'Profiles on other sites.' })
  profileUrls!: string[];
  @Text({
    seenBy,
    max: 7,
    nullable: true,
    description: 'Color of buttons and links, for example #1f5c4a; null for the default.',
    tidy: (text: string) => text.toLowerCase(),
    fault: colorFault,
  })
  actionColor!: string | null;
  @Text({
    seenBy,
    max: 7,
    nullable: true,
    description: 'Color of the Donate and Give buttons, for example #e9a93b; null for the default.',
    tidy: (text: string) => text.toLowerCase(),
    fault: colorFault,
  })
  giveColor!: string | null;
  @Languages({ seenBy, max: 20, description: 'Languages that the site offers, English first.' }) languages!: string[];
  @Ref({ nullable: true, description: 'ID of an uploaded logo; null for none.' }) logoId!: string | null;
}

@InputType({ description: 'What an admin decides about the organization. Omitted fields keep their value.' })
export class OrganizationInput extends InputOf(OrganizationProfile, {
  required: ['name', 'postalAddress'],
  optional: [
    'taxId',
    'foundedYear',
    'board',
    'partners',
    'accountsUrl',
    'contactEmail',
    'contactPhone',
    'profileUrls',
    'actionColor',
    'giveColor',
    'languages',
    'logoId',
  ],
}) {}

@ObjectType({ description: 'Logo of the organization, re-encoded as PNG.' })
export class Logo {
  @Field(() => ID) id!: string;
  @Field(() => String, { description: 'Path on this host.' }) url!: string;
  @Field(() => Int, { description: 'Width in pixels.' }) width!: number;
  @Field(() => Int, { description: 'Height in pixels.' }) height!: number;
}

@ObjectType({ description: 'Settings of the organization, with their history.' })
export class OrganizationSettings extends SeenBy(OrganizationProfile, 'staff') {
  @Field(() => Int, { description: 'Version to send with an update; 0 if nothing was saved yet.' }) version!: number;
  @Field(() => Logo, { nullable: true, description: 'Uploaded logo; null for none.' }) logo!: Logo | null;
  @Field(() => [SettingsChange], { description: 'The latest 50 saves, newest first.' }) history!: SettingsChange[];
}

/** The setting behind each field. */
export const organizationFields = {
  name: 'ORGANIZATION_NAME',
  postalAddress: 'POSTAL_ADDRESS',
  taxId: 'TAX_ID',
  foundedYear: 'FOUNDED_YEAR',
  board: 'BOARD_MEMBERS',
  partners: 'PARTNERS',
  accountsUrl: 'ACCOUNTS_URL',
  contactEmail: 'CONTACT_EMAIL',
  contactPhone: 'CONTACT_PHONE',
  profileUrls: 'PROFILE_URLS',
  actionColor: 'ACTION_COLOR',
  giveColor: 'GIVE_COLOR',
  languages: 'SITE_LANGUAGES',
  logo: 'LOGO',
} as const satisfies SettingFields;
