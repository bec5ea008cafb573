import { Field, ID, InputType } from '@nestjs/graphql';
import { InputOf } from '@upstander/platform';
import { Photo, PhotoConsent, PhotoStatus } from './photo.entity.js';

@InputType({ description: 'What is said of a photo.' })
export class PhotoInput extends InputOf(Photo, { required: ['altEn', 'altEs', 'takenBy'] }) {
  @Field(() => Boolean, {
    description: 'That nobody in it gets, or ever got, help from us. A photo without it is not shown.',
  })
  nobodyServed!: boolean;
}

@InputType({ description: 'Somebody who has to agree to a photo.' })
export class PhotoConsentInput extends InputOf(PhotoConsent, {
  required: ['name', 'way', 'endsOn'],
  optional: ['email', 'phone', 'language', 'forSharing', 'forPrint', 'renewsId'],
}) {
  @Field(() => ID, { description: 'The photo.' }) photoId!: string;
}

@InputType({ description: 'That I agree to a photo, by the link in my mail.' })
export class AgreeToPhotoInput {
  @Field(() => String) token!: string;
  @Field(() => String, { description: 'My name, in the place of a signature.' }) name!: string;
}

@InputType({ description: 'That I take my consent back, by the link in my mail.' })
export class WithdrawPhotoConsentInput {
  @Field(() => String) token!: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether my name and address are deleted as well.' })
  forget?: boolean | null;
}

@InputType({ description: 'Which photos; what is left out does not narrow.' })
export class PhotoFilter {
  @Field(() => PhotoStatus, { nullable: true, description: 'Only those of which this is true today.' })
  status?: PhotoStatus | null;
  @Field(() => Boolean, { nullable: true, description: 'True for those that stand on a page.' })
  placed?: boolean | null;
  @Field(() => String, { nullable: true, description: 'A part of what is to be seen, or of who took it.' })
  search?: string | null;
}
