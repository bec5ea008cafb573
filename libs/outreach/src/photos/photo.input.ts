import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { Photo, PhotoConsent, PhotoStatus } from './photo.entity.js';

@InputType({ description: 'Details of a photo.' })
export class PhotoInput extends InputOf(Photo, { required: ['altEn', 'altEs', 'takenBy'] }) {
  @Field(() => Boolean, {
    description:
      'True to confirm that no one in the photo receives or ever received our help. Without this, the photo is not shown.',
  })
  confirmedNoClients!: boolean;
}

@InputType({ description: 'A person who must consent to a photo.' })
export class PhotoConsentInput extends InputOf(PhotoConsent, {
  required: ['name', 'method', 'endsOn'],
  optional: ['email', 'phone', 'language', 'forSharing', 'forPrint', 'renewsId'],
}) {
  @Field(() => ID, { description: 'ID of the photo.' }) photoId!: string;
}

@InputType({ description: 'Consent to a photo, using the emailed link.' })
export class AgreeToPhotoInput {
  @Field(() => String) token!: string;
  @Field(() => String, { description: "The person's name, as a signature." }) name!: string;
}

@InputType({ description: 'Withdrawal of consent, using the emailed link.' })
export class WithdrawPhotoConsentInput {
  @Field(() => String) token!: string;
  @Field(() => Boolean, { nullable: true, description: "True to also delete the person's name and email address." })
  forget?: boolean | null;
}

@InputType({ description: 'Filter for photos. Omitted fields do not filter.' })
export class PhotoFilter {
  @Field(() => PhotoStatus, { nullable: true, description: 'Only photos with this consent status today.' })
  status?: PhotoStatus | null;
  @Field(() => Boolean, { nullable: true, description: 'True for photos shown on a page.' })
  placed?: boolean | null;
  @Field(() => String, {
    nullable: true,
    description: 'Only portraits: the only consent is from a person with this name.',
  })
  person?: string | null;
  @Field(() => String, { nullable: true, description: 'Part of the alternative text or photo credit.' })
  search?: string | null;
}
