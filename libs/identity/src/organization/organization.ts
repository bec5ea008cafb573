import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PhoneNumber, TimeZoneScalar, type Config } from '@upstander/platform';
import { Feature, type FeatureName } from '../features/feature.js';
import { featuresOf } from '../features/features.js';
import { installedLanguages } from '../languages/installed-languages.generated.js';
import { Logo } from './organization-settings.js';
import { logoOf } from './organization-settings.service.js';

@ObjectType({ description: 'Public data of the organization that runs this installation.' })
export class Organization {
  @Field(() => String, { description: 'Name, as shown on pages and in emails.' }) name!: string;

  @Field(() => String, { description: 'Country of the organization, as an uppercase ISO 3166-1 code, for example US.' })
  country!: string;

  @Field(() => [String], {
    description: 'ISO 4217 codes of the accepted currencies, default first; never empty.',
  })
  currencies!: string[];

  @Field(() => TimeZoneScalar, { description: 'Default time zone.' })
  timeZone!: string;

  @Field(() => String, { description: 'Postal address, as shown in emails; may have several lines.' })
  postalAddress!: string;

  @Field(() => String, { description: 'Address of the public site, without a slash at the end.' }) publicUrl!: string;

  @Field(() => [String], { description: 'Codes of the languages that the site offers, English first.' })
  languages!: string[];

  @Field(() => [String], { description: 'Profiles on other sites; may be empty.' }) profileUrls!: string[];

  @Field(() => Int, { nullable: true, description: 'Year of the foundation; null if not set.' })
  foundedYear!: number | null;

  @Field(() => [String], { description: 'Members of the board with their role; may be empty.' }) board!: string[];

  @Field(() => [String], { description: 'Partner organizations; may be empty.' }) partners!: string[];

  @Field(() => String, { nullable: true, description: 'Address of the latest audited accounts; null if not set.' })
  accountsUrl!: string | null;

  @Field(() => String, { nullable: true, description: 'Tax ID, in the US the EIN; null if not set.' })
  taxId!: string | null;

  @Field(() => PhoneNumber, { nullable: true, description: 'Public phone number; null if not set.' })
  contactPhone!: string | null;

  @Field(() => [Feature], { description: 'Features of this installation. Operations of the others are refused.' })
  features!: FeatureName[];

  @Field(() => Logo, { nullable: true, description: 'Logo; null if none was uploaded.' }) logo!: Logo | null;
}

export function organizationFrom(config: Config): Organization {
  return {
    name: config.ORGANIZATION_NAME,
    country: config.COUNTRY,
    currencies: config.CURRENCIES,
    timeZone: config.TIME_ZONE,
    postalAddress: config.POSTAL_ADDRESS,
    publicUrl: config.PUBLIC_URL,
    languages: installedLanguages.filter((code) => config.SITE_LANGUAGES.includes(code)),
    profileUrls: config.PROFILE_URLS,
    foundedYear: config.FOUNDED_YEAR ?? null,
    board: config.BOARD_MEMBERS,
    partners: config.PARTNERS,
    accountsUrl: config.ACCOUNTS_URL ?? null,
    taxId: config.TAX_ID ?? null,
    contactPhone: config.CONTACT_PHONE ?? null,
    features: featuresOf(config),
    logo: logoOf(config.logo),
  };
}
