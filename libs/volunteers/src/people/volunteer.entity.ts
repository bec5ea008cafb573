import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/**
 * Somebody who helps, known by one e-mail address. Name, phone and language are what was typed first, until the owner of
 * the address proves it; from then on only they change it.
 */
@Entity({ schema: 'volunteers', name: 'volunteer' })
export class Volunteer {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column('citext', { unique: true }) email!: string;
  @Column('text') name!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { default: 'en' }) locale!: 'en' | 'es';
  /** When the owner of the address first followed a link that was sent to it. */
  @Column('timestamptz', { name: 'proven_at', nullable: true }) provenAt!: Date | null;
  @Column('timestamptz', { name: 'created_at', default: () => 'now()' }) createdAt!: Date;
}
